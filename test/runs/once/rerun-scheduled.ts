import { sentWithKey, undici } from "../../announced.ts";
import { ago, DAY, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds the status on the scheduled list, and schedules none.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "scheduled-at": "2 days" },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },

  async arrange(world) {
    await sentWithKey(world, undici, {
      status: "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0",
      scheduled_at: new Date(Date.now() + 2 * DAY).toISOString(),
    });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.scheduled().length !== 1) throw new Error("Not exactly one");
  },
});
