import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac does not schedule, and posts at once.",
  instance: { profile: profiles.snac },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
