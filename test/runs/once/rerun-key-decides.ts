import { profiles } from "../../instance/profiles.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run within the hour cannot look for a followers-only post: the key finds it.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", visibility: "private" },
  instance: { profile: profiles.mastodon45 },
  earlier: [{ pause: 5 * MINUTE }],
  arrange: (world) => rerun(world, ago(5 * MINUTE)),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
