import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The file of an alt text is not there.",
  inputs: { status: "A picture of the release", media: "{file: docs/shot.png, description-file: docs/shot.txt}" },
  files: { "docs/shot.png": png().bytes },
});
