import { ahead, posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds it on the scheduled list, also with another duration's time.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours", "duplicate-check": "1 day" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  async arrange(world) {
    await posted(world, { status: "Lunch", scheduled_at: ahead(100) });
  },
});
