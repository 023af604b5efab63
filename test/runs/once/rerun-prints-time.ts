import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The template prints the time now, so a re-run has another text: nothing is posted, and the cures are named.",
  inputs: { status: 'Backup of {{ repository.name }} done at {{ "now" | date: "%Y-%m-%dT%H:%M:%SZ" }}' },
  earlier: [{ pause: 5 * MINUTE }],
  arrange: (world) => rerun(world, ago(10 * MINUTE)),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
