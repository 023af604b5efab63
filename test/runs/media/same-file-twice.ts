import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A glob and a path that name the same file.",
  inputs: { status: "A picture of the release", media: "docs/*.png\ndocs/shot.png" },
  files: { "docs/shot.png": png().bytes },
});
