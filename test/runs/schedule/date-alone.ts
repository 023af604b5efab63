import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A date without a time.",
  inputs: { "scheduled-at": "2024-11-24" },
});
