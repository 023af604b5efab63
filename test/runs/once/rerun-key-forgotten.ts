import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Hours later neither look nor key can tell: the step is red, and names the scopes and `duplicate-check: never`.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", visibility: "private" },

  async arrange(world) {
    await rerun(world, ago(3 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
