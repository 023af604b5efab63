import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds nothing, and posts.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },

  async arrange(world) {
    world.instance.publish("Something else", { createdAt: ago(HOUR) });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
