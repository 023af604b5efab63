import { announced } from "../../announced.ts";
import { ago, MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`duplicate-check: never` on `released` neither looks nor forgets the key: the post of `published` is met.",
  event: "release.released",
  inputs: { status: "Out now: {{ release.title }}", "duplicate-check": "never" },
  async arrange(world) {
    await announced(world, 17372790, "Out now: Hello-World 0.0.1: First light");
    world.instance.published()[0]!.createdAt = ago(5 * MINUTE);
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
