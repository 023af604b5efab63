import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The time limit ends a request that gets no answer, and the step says that the status may be posted.",
  inputs: { timeout: "1.5 seconds" },
  faults: [{ method: "POST", delay: 60_000 }],
});
