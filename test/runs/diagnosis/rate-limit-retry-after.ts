import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The rate limit is used up; the server says for how many seconds.",
  faults: [{ method: "POST", answer: { ...apiError(429, "Throttled"), headers: { "retry-after": "3600" } } }],
});
