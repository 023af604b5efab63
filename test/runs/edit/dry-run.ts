import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run changes nothing.",
  inputs: { status: "New", "dry-run": "true" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
