import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The rate limit is used up, and the server does not say until when.",
  inputs: { timeout: "5 seconds" },
  faults: [{ method: "POST", answer: apiError(429, "Throttled"), times: Infinity }],
});
