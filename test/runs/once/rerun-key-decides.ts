import { sentWithKey, undici } from "../../announced.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run within the hour cannot look for a followers-only post: the key finds it.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", visibility: "private" },
  async arrange(world) {
    await sentWithKey(world, undici, {
      status: "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0",
      visibility: "private",
    });
    world.instance.published()[0]!.createdAt = ago(5 * MINUTE);
    await rerun(world, ago(10 * MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
