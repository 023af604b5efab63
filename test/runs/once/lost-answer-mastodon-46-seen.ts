import { announced } from "../../announced.ts";
import { profiles } from "../../instance/profiles.ts";
import { ago, MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6.0 answers a repeated key by 500, as another run has posted it: the look finds that post.",
  event: "release.published",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.mastodon46 },
  async arrange(world) {
    await announced(
      world,
      17372790,
      "Out now: Hello-World 0.0.1: First light\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1",
    );
    world.instance.published()[0]!.createdAt = ago(5 * MINUTE);
  },
  isFast: true,
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
