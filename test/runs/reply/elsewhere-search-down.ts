import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The search is down: nothing is sent.",
  inputs: { status: "Thank you!", "in-reply-to-id": "https://elsewhere.example/@alice/404" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
  faults: [{ path: "/api/v2/search", times: Infinity, answer: apiError(503, "Remote data could not be fetched") }],
});
