import { profiles } from "../../instance/profiles.ts";
import { MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6.0 answers a repeated key by 500, as another run has posted it: the look finds that post.",
  event: "release.published",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.mastodon46 },
  earlier: [{ pause: 5 * MINUTE }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
