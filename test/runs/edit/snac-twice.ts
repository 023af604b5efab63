import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The old id of an edit on snac is gone.",
  instance: { profile: profiles.snac },
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id: _id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = "1764000000000000aaaaaaaaaaaaaaaa";
  },
});
