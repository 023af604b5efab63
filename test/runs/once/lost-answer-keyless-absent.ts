import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server without keys loses the request: it is not there, but sending it again could make two, so the step is red.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "before" }],
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
