import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Hollo does not schedule, and posts at once: that is told loudly.",
  instance: { profile: profiles.hollo },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
