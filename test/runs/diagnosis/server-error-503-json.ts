import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon has a passing problem with its storage: unknown.",
  faults: [
    {
      method: "POST",
      answer: apiError(503, "There was a temporary problem serving your request, please try again"),
      times: Infinity,
    },
  ],
});
