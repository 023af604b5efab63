import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An account that has posted 210 times since: a re-run reads on, page by page, and finds its post.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  earlier: [{}],
  async arrange(world) {
    for (let count = 0; count < 210; count += 1) {
      world.instance.publish(`Post ${count}`, {
        createdAt: new Date(world.time.now().getTime() + (count + 1) * MINUTE),
      });
    }
    await world.time.pass(2 * DAY);
    await rerun(world, ago(MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 211) throw new Error("Not exactly one post");
  },
});
