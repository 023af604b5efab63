import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer is lost on a server that posts at once; a look finds the status.",
  instance: { profile: profiles.hollo },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  faults: [{ method: "POST", reset: "after" }],
});
