import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that falls over after its work refuses the token for a moment, too: that does not say that nothing is stored.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  faults: [
    { method: "POST", path: "/api/v1/statuses", answerAfter: apiError(503, "Service Unavailable") },
    { path: "/api/v1/accounts/verify_credentials", answer: apiError(401, "The access token is invalid") },
  ],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
