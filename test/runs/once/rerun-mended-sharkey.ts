import { profiles } from "../../instance/profiles.ts";
import { rerunOfMended } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on Sharkey finds its post though somebody mended a typo by hand: what it said first is in no history, but in Sharkey's own API.",
  inputs: { status: "Out naow: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.sharkey },
  earlier: [{}],
  arrange: (world) =>
    rerunOfMended(world, "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0"),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
