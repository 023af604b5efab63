import { MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The template prints the number of the attempt, so a re-run has another text: nothing is posted, and the cures are named.",
  inputs: { status: "{{ repository.name }} is built (attempt {{ github.run_attempt }})" },
  earlier: [{ pause: 5 * MINUTE }],
  arrange({ env }) {
    env.GITHUB_RUN_ATTEMPT = "2";
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
