import { tooManyRequests } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The rate limit is used up; the time that the server gives cannot be true and is left out.",
  inputs: { timeout: "5 seconds" },
  faults: [{ method: "POST", answer: tooManyRequests(new Date("9999-12-31T00:00:00Z")), times: Infinity }],
});
