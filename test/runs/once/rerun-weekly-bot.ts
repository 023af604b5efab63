import { ago, DAY, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A weekly bot's constant text of last week is not taken for today's: the re-run posts.",
  event: "schedule",
  env: { GITHUB_REPOSITORY: "nodejs/undici" },
  inputs: { status: "Good morning! A new week begins." },

  async arrange(world) {
    world.instance.publish("Good morning! A new week begins.", { createdAt: ago(7 * DAY) });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
