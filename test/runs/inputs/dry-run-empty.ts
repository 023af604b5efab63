import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty `dry-run` may have been meant as `true`: nothing is posted.",
  inputs: { "dry-run": "" },
});
