import { profiles } from "../../instance/profiles.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that says 501 to a look and keeps no keys: a re-run says at once that it cannot look, and posts nothing.",
  inputs: { status: "Out now: {{ release.title }}" },
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["read", "write", "profile"] },
  earlier: [{ pause: MINUTE }],
  arrange: (world) => rerun(world, ago(5 * MINUTE)),
  faults: [{ method: "GET", path: /\/accounts\/\w+\/statuses/, answer: { status: 501 }, times: 9 }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
