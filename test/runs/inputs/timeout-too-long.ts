import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time limit beyond a job's own.",
  inputs: { timeout: "7 hours" },
});
