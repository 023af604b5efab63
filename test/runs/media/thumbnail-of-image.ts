import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An image has no thumbnail.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, thumbnail: docs/shot.png, description: A terminal}",
  },
  files: { "docs/shot.png": png().bytes },
});
