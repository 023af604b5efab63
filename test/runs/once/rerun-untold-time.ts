import { profiles } from "../../instance/profiles.ts";
import { ago, HOUR, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on a server without `Date` whose clock is behind: whether the same text is of this run cannot be told.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.gotosocial, clockAhead: -2 * HOUR, tellsDate: false },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  earlier: [{}],
  async arrange(world) {
    await rerun(world, ago(10 * MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
