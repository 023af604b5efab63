import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run of a thread that is there to its end posts nothing.",
  inputs: { status: "One\n---\nTwo" },

  async arrange(world) {
    const first = world.instance.publish("One", { createdAt: ago(HOUR) });
    world.instance.publish("Two", { createdAt: ago(HOUR), visibility: "unlisted", inReplyToId: first.id });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
