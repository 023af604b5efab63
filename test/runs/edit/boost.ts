import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A boost has nothing to edit.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { reblogOfId: instance.publish("Hers", { username: "alice" }).id });
    inputs["edit-status-id"] = id;
  },
});
