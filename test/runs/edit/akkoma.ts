import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit on Akkoma.",
  instance: { profile: profiles.akkoma },
  inputs: { status: "New" },
  token: { scopes: ["write", "read"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
