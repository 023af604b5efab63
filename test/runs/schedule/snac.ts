import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac schedules, and answers by a Status with a time ahead.",
  instance: { profile: profiles.snac },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
