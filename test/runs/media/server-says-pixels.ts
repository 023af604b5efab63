import { gif } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "More pixels than the server takes.",
  inputs: { status: "A picture of the release", media: "{file: cat.gif, description: A cat}" },
  files: { "cat.gif": gif(1920, 1080).bytes },
});
