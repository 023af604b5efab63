import { profiles } from "../../instance/profiles.ts";
import { MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`duplicate-check: never` on `released` neither looks nor forgets the key: the post of `published` is met.",
  event: "release.released",
  inputs: { status: "Out now: {{ release.title }}", "duplicate-check": "never" },
  instance: { profile: profiles.mastodon45 },
  earlier: [{ event: "release.published", pause: 5 * MINUTE }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
