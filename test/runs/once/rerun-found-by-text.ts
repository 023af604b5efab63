import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds the post of the first attempt by its text, and makes none.",
  event: "push.commits",
  env: { GITHUB_REPOSITORY: "nodejs/undici" },
  inputs: { status: "Deployed **main** by @hubot" },

  async arrange(world) {
    world.instance.publish("Deployed **main** by @hubot", { createdAt: ago(HOUR) });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
