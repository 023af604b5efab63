import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance that allows 5000 characters gets the whole text.",
  instance: { maxCharacters: 5000 },
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
});
