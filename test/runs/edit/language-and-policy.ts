import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Language, quote policy and the mark “sensitive” alone.",
  inputs: { status: "Old", language: "fr", sensitive: "true", "quote-approval-policy": "nobody" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { language: "de" });
    inputs["edit-status-id"] = id;
  },
});
