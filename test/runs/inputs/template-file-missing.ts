import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A file that is not there: the likeliest cause is a job without a checkout.",
  inputs: { "template-file": ".github/status.liquid" },
});
