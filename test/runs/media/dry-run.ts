import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run shows the media and sends nothing.",
  inputs: {
    status: "A picture of the release",
    media: "- {file: a.png, description: The first}\n- b.png",
    "dry-run": "true",
    "instance-url": "",
    "access-token": "",
  },
  files: { "a.png": png().bytes, "b.png": png(3, 2, 300_000).bytes },
});
