import { ahead, posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without `read:statuses` nobody sees the scheduled list.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours", "duplicate-check": "1 day" },
  async arrange(world) {
    await posted(world, { status: "Lunch", scheduled_at: ahead(100) });
  },
});
