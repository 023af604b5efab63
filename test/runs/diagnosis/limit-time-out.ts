import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The instance takes longer to tell its limit than the run has: nothing is cut, and nothing is posted.",
  inputs: { timeout: "1 second", status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: "/api/v2/instance", delay: 20_000 }],
});
