import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run tells that the server has no quotes.",
  instance: { profile: profiles.mastodon43 },
  inputs: { status: "Well said", "quoted-status-id": "1", "dry-run": "true" },
});
