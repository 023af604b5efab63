import { tooManyRequests } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The rate limit is used up; Mastodon says until when, in ISO 8601.",
  faults: [{ method: "POST", answer: tooManyRequests(new Date(Date.now() + 60 * 60 * 1000)) }],
});
