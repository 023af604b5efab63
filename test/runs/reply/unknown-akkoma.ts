import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is gone, on Akkoma.",
  instance: { profile: profiles.akkoma },
  inputs: { status: "Thank you!", "in-reply-to-id": "115600000000000001" },
});
