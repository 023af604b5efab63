import { ago, DAY, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run about a release whose token may not read the run looks since the release came out.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  async arrange(world) {
    world.instance.publish("Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(20 * DAY),
    });
    await rerun(world, { status: 403, body: { message: "Resource not accessible by integration" } });
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
