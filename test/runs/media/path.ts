import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A path alone; the missing description is told, with why it matters.",
  inputs: { status: "A picture of the release", media: "docs/shot.png" },
  files: { "docs/shot.png": png().bytes },
});
