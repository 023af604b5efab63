import { profiles } from "../../instance/profiles.ts";
import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on snac, which makes every language `en`, while the server does not say what it runs: the post with the same text may be its own, so nothing is posted.",
  inputs: { status: "Erschienen: {{ release.title }}", language: "de" },
  instance: { profile: profiles.snac },
  earlier: [{}],
  faults: [{ method: "GET", path: /nodeinfo/, answer: { status: 503 }, times: 20 }],
  async arrange(world) {
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
