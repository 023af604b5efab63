import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An image of a kind that the instance does not announce.",
  inputs: { status: "A picture of the release", media: "{file: scan.tif, description: A page}" },
  files: { "scan.tif": Buffer.from("49492a0008000000000000000000", "hex") },
});
