import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Akkoma schedules what is five minutes ahead.",
  instance: { profile: profiles.akkoma },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
