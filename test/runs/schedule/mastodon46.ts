import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6 schedules.",
  instance: { profile: profiles.mastodon46 },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
