import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A unit that has no fixed length.",
  inputs: { "scheduled-at": "2 months" },
});
