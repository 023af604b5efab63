import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A number without a unit.",
  inputs: { "scheduled-at": "120" },
});
