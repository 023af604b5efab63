import { deletedByHand } from "../../posted.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Somebody deleted the post, then the job is run again: the key leads nowhere, so it is posted anew, and that is said.",
  inputs: { status: "Out now: {{ release.title }}" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [{ pause: MINUTE }],
  async arrange(world) {
    await deletedByHand(world);
    await rerun(world, ago(5 * MINUTE));
  },
});
