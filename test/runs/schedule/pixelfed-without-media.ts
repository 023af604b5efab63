import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed posts no text alone.",
  instance: { profile: profiles.pixelfed },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
