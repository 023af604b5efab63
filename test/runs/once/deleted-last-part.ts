import { deletedByHand } from "../../posted.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Somebody deleted the last part of a thread: a re-run does not bring it back, and says what is up.",
  inputs: { status: "One\n---\nTwo\n---\nThree" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [{ pause: MINUTE }],
  async arrange(world) {
    await deletedByHand(world, 2);
    await rerun(world, ago(5 * MINUTE));
  },
});
