import { profiles } from "../../instance/profiles.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that says 501 to a look cannot look: a re-run asks once, and goes by the key.",
  inputs: { status: "Out now: {{ release.title }}" },
  instance: { profile: profiles.mastodon45 },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [{ pause: MINUTE }],
  arrange: (world) => rerun(world, ago(5 * MINUTE)),
  faults: [{ method: "GET", path: /\/accounts\/\d+\/statuses/, answer: { status: 501 }, times: 9 }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
