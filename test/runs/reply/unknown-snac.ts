import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac posts without the link: that is told.",
  instance: { profile: profiles.snac },
  inputs: { status: "Thank you!", "in-reply-to-id": "115600000000000001" },
});
