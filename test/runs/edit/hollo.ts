import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An edit on Hollo.",
  instance: { profile: profiles.hollo },
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
