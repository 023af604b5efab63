import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A thread cannot be scheduled: refused before anything is sent.",
  inputs: { status: "One\n---\nTwo", "scheduled-at": "2 hours" },
});
