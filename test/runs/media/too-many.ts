import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "More files than the instance takes.",
  inputs: { status: "A picture of the release", media: "{file: '*.png', description: A step}" },
  files: Object.fromEntries([1, 2, 3, 4, 5].map((step) => [`step-${step}.png`, png(step).bytes])),
});
