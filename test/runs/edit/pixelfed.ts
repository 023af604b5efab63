import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed cannot edit.",
  instance: { profile: profiles.pixelfed },
  inputs: { status: "New" },
  token: { scopes: ["write", "read"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
