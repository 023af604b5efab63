import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The scope that an edit needs to read is named, though Pixelfed says nothing.",
  instance: { profile: profiles.pixelfed },
  inputs: { status: "New" },
  token: { scopes: ["write"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
