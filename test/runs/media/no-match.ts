import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing matches in a workspace that is not empty.",
  inputs: { status: "A picture of the release", media: "Docs/*.PNG" },
  files: { "docs/shot.png": png().bytes },
});
