import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A duration back in time.",
  inputs: { "scheduled-at": "-2 hours" },
});
