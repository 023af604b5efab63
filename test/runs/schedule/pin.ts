import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What is scheduled cannot be pinned.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours", pin: "true" },
});
