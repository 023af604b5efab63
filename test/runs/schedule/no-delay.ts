import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A duration of nothing is now.",
  inputs: { status: "Lunch", "scheduled-at": "0 minutes" },
});
