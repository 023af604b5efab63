import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Keys that are called otherwise here, and one that nobody knows.",
  inputs: {
    status: "A picture of the release",
    media: "- {path: docs/shot.png, alt: A terminal}\n- {file: docs/shot.png, colour: red, desciption: x}",
  },
  files: { "docs/shot.png": png().bytes },
});
