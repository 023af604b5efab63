import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server without keys loses the second part of a thread: the step says what is up, and what may be.",
  inputs: { status: "One\n---\nTwo\n---\nThree" },
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  faults: [{ method: "POST", path: "/api/v1/statuses", after: 1, reset: "before" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error(`Not 1: ${instance.published().length}`);
  },
});
