import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "GoToSocial's words for a text over its limit.",
  instance: { maxCharacters: 300 },
  inputs: { status: "A long story. ".repeat(25) },
  faults: [{ method: "POST", answer: apiError(400, "Bad Request: text with spoiler exceed max chars (300)") }],
});
