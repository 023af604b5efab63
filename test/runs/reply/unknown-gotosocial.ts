import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is gone; GoToSocial says so.",
  instance: { profile: profiles.gotosocial },
  inputs: { status: "Thank you!", "in-reply-to-id": "115600000000000001" },
});
