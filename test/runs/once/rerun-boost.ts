import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A boost of what others wrote about the release is not taken for the announcement.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },

  async arrange(world) {
    const other = world.instance.publish(
      "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0",
      { username: "alice", createdAt: ago(HOUR) },
    );
    world.instance.publish("", { reblogOfId: other.id, createdAt: ago(HOUR) });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
