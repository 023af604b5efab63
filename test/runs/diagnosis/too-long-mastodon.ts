import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A Mastodon with a lower limit than usual refuses a text, which was not cut since nobody had asked.",
  instance: { maxCharacters: 300 },
  inputs: { status: "A long story. ".repeat(25) },
});
