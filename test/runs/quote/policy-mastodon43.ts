import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server without quotes ignores the policy: that is told.",
  instance: { profile: profiles.mastodon43 },
  inputs: { status: "Hello", "quote-approval-policy": "nobody" },
});
