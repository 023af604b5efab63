import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The instance takes longer than the run has: unknown.",
  inputs: { timeout: "1 second" },
  faults: [{ method: "POST", delay: 20_000 }],
});
