import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text over 500 characters is cut to what the instance allows, here 200.",
  instance: { maxCharacters: 200 },
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
});
