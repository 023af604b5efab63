import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run of a list whose first post is up: it is found, and only the second is posted.",
  inputs: { data: "[one, two]", status: "Number {{ data }} of the list" },
  async arrange(world) {
    world.instance.publish("Number one of the list", { createdAt: ago(HOUR) });
    await rerun(world, ago(2 * HOUR));
  },
});
