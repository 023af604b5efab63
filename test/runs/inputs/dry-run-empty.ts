import { scenario } from "../../scenario.ts";

export default scenario({
  what: "By hand an empty `dry-run` may have been meant as `true`: nothing is posted.",
  event: "workflow_dispatch",
  inputs: { "dry-run": "", status: "Hello" },
});
