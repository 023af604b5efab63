import { sentWithKey } from "../../announced.ts";
import { ago, MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Two workflows that share an `idempotency-key` share one post: the second is told what is up.",
  inputs: { status: "The docs of {{ release.title }} are online", "idempotency-key": "release {{ release.tag_name }}" },
  async arrange(world) {
    await sentWithKey(world, ["key", "nodejs/undici", "release v7.2.0"], {
      status: "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0",
    });
    world.instance.published()[0]!.createdAt = ago(5 * MINUTE);
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
