import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer is lost; a look finds it on the scheduled list.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  faults: [{ method: "POST", reset: "after" }],
});
