import { mp4, png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon lets a video stand alone: said before anything goes up.",
  inputs: {
    status: "A picture of the release",
    media: "- {file: a.png, description: One}\n- {file: demo.mp4, description: Two}",
  },
  files: { "a.png": png().bytes, "demo.mp4": mp4().bytes },
});
