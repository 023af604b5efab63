import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A duration as people say it.",
  inputs: { status: "Lunch", "scheduled-at": "in 1 day and 2 hours" },
});
