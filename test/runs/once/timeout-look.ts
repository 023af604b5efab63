import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`timeout` bounds a look: nothing is posted.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", timeout: "5 seconds" },
  faults: [{ method: "GET", times: 99, delay: 60_000 }],

  async arrange(world) {
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
