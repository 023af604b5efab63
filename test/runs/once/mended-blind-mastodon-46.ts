import { mastodon46 } from "../../instance/profiles.ts";
import { editedByHand } from "../../posted.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A token that may only post, and Mastodon 4.6 answers 500 to the known key of a mended post: most likely there, and said so.",
  instance: { profile: mastodon46 },
  inputs: { status: "Out naow: {{ release.title }}" },
  token: { scopes: ["write:statuses"] },
  earlier: [{ pause: MINUTE }],
  async arrange(world) {
    await editedByHand(world, "Out now: undici 7.2.0");
    await rerun(world, ago(5 * MINUTE));
  },
});
