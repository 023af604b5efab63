import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An alt text whose template names what no run has.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: 'The {{ relase.tag_name }}'}",
  },
  files: { "docs/shot.png": png().bytes },
});
