import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "GoToSocial has a queue.",
  instance: { profile: profiles.gotosocial },
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
});
