import { mp4, png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A video with a thumbnail, a focus and an alt text.",
  inputs: {
    status: "A film of the release",
    media: "{file: demo.mp4, thumbnail: poster.png, focus: '0, 0.5', description: The cursor opens a file}",
  },
  files: { "demo.mp4": mp4().bytes, "poster.png": png().bytes },
});
