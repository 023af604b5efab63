import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer to a scheduled status is lost: it is found on the scheduled list.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "scheduled-at": "2 days" },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "after" }],
  check({ instance }) {
    if (instance.scheduled().length !== 1) throw new Error("Not exactly one");
  },
});
