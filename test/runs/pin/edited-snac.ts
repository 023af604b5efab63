import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What was edited on snac is pinned under its new id.",
  inputs: { status: "New", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  instance: { profile: profiles.snac },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Old");
    name(id, "<old id>");
    inputs["edit-status-id"] = id;
  },
});
