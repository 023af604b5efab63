import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is some other service that answers errors in JSON, as Mastodon does.",
  faults: [{ answer: apiError(404, "Not Found"), times: Infinity }],
});
