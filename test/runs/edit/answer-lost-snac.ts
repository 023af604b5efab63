import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer is lost on snac, where the old id is gone after an edit: nobody knows.",
  instance: { profile: profiles.snac },
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ method: "PUT", reset: "after" }],
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
    name(id, "<old id>");
  },
});
