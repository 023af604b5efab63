import { mp4, png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with a URL finds what the instance would refuse.",
  inputs: {
    status: "A picture of the release",
    media: "- {file: a.png, description: One}\n- {file: demo.mp4, description: Two}",
    "dry-run": "true",
  },
  files: { "a.png": png().bytes, "demo.mp4": mp4().bytes },
});
