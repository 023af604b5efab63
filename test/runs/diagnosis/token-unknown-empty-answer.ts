import { mastodon45 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac answers an unknown token with an empty page, and 422 when it is to be verified.",
  instance: { profile: { ...mastodon45, instanceEndpoints: ["v1"] } },
  faults: [
    { method: "POST", answer: { status: 401, headers: { "content-type": "text/html" } } },
    { path: "/api/v1/accounts/verify_credentials", answer: { status: 422, headers: { "content-type": "text/html" } } },
  ],
});
