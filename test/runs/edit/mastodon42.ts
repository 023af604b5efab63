import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit on Mastodon 4.2.",
  instance: { profile: profiles.mastodon42 },
  inputs: { status: "New" },
  token: { scopes: ["write", "read"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
