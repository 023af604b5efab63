import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A duration that no calendar holds.",
  inputs: { "scheduled-at": "999999999999 weeks" },
});
