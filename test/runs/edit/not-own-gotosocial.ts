import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status of somebody else's, on GoToSocial.",
  instance: { profile: profiles.gotosocial },
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Old", { username: "alice" });
    inputs["edit-status-id"] = id;
    name(id, "<her id>");
  },
});
