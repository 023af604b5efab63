import { scenario } from "../../scenario.ts";

export default scenario({
  what: "By the address.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  arrange({ instance, inputs }) {
    const { url } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = url;
  },
});
