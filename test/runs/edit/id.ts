import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A new text, by the id; warning, language and visibility stay.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { spoilerText: "Old news", language: "de", visibility: "unlisted" });
    inputs["edit-status-id"] = id;
  },
});
