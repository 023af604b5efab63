import { ago, HOUR, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds the status on the scheduled list, and schedules none.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "scheduled-at": "2 days" },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  earlier: [{ result: "scheduled", pause: HOUR }],
  arrange: (world) => rerun(world, ago(MINUTE)),
  check({ instance }) {
    if (instance.scheduled().length !== 1) throw new Error("Not exactly one");
  },
});
