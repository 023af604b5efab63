import { profiles } from "../../instance/profiles.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on a server without keys, with a token that may not look, does not post.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.gotosocial },

  async arrange(world) {
    await rerun(world, ago(10 * MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
