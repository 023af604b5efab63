import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance that allows less than 500 characters is not asked for its limit below that: its refusal tells.",
  instance: { maxCharacters: 200 },
  inputs: { status: "This text has more than two hundred characters. ".repeat(6) },
});
