import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server refuses a hashtag.",
  inputs: { status: "New #spam" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ method: "PUT", answer: apiError(422, "Validation failed: Text contained a disallowed hashtag: spam") }],
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
