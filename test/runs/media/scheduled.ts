import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Media of a status that comes later.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
    "scheduled-at": "2 days",
  },
  files: { "docs/shot.png": png().bytes },
});
