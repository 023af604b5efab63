import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A file that begins as a PNG and is none.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") },
});
