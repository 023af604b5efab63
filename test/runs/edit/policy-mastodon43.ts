import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server without quote policies takes the edit and leaves it out: that is told.",
  instance: { profile: profiles.mastodon43 },
  inputs: { status: "New", "quote-approval-policy": "nobody" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
