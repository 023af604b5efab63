import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run with a token that was revoked meanwhile tells just that.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  token: { state: "revoked" },

  async arrange(world) {
    await rerun(world, ago(3 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
