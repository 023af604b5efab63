import { deletedByHand } from "../../posted.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Somebody deleted the middle part of a thread: a re-run sends nothing, for it would come behind what follows.",
  inputs: { status: "One\n---\nTwo\n---\nThree" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [{ pause: MINUTE }],
  async arrange(world) {
    await deletedByHand(world, 1);
    await rerun(world, ago(5 * MINUTE));
  },
});
