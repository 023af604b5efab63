import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server without the search.",
  inputs: { status: "Thank you!", "in-reply-to-id": "https://elsewhere.example/@alice/404" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
  faults: [{ path: "/api/v2/search", answer: apiError(404, "Not Found") }],
});
