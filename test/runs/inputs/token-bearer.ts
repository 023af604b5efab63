import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A token that was stored with the word before it.",
  inputs: { "access-token": "Bearer abcdefghijklmnop" },
});
