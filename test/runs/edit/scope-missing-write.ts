import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A token that may only read.",
  inputs: { status: "New" },
  token: { scopes: ["read"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
