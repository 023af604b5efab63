import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An account that posted more since than a look reads: the step is red rather than posting twice.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  async arrange(world) {
    for (let count = 0; count < 210; count += 1) {
      world.instance.publish(`Post ${count}`, { createdAt: ago(2 * DAY - count * MINUTE) });
    }
    await rerun(world, ago(3 * DAY));
  },
  check({ instance }) {
    if (instance.published().length !== 210) throw new Error("Something was posted");
  },
});
