import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time years ahead: a slip in the year.",
  inputs: { "scheduled-at": "156 weeks" },
});
