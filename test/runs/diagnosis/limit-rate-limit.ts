import { tooManyRequests } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The rate limit is used up when the instance is asked for its limit: nothing is posted.",
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: /instance/, answer: tooManyRequests(new Date(Date.now() + 300_000)), times: Infinity }],
});
