import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server refuses the text for its length.",
  inputs: { status: "A text of many words" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  instance: { maxCharacters: 10 },
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
