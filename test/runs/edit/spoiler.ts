import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A content warning is put before it.",
  inputs: { status: "Old", "spoiler-text": "Spoilers" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
