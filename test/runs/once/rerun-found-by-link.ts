import { ago, DAY, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds the post by its link, though the text's typo was mended by hand meanwhile.",
  inputs: { status: "Out naow: {{ release.title }}\n\n{{ release.html_url }}" },

  async arrange(world) {
    world.instance.publish("Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(23 * HOUR),
    });
    await rerun(world, ago(DAY));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
