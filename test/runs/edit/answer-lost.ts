import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer is lost, and the edit was made: a look tells.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ method: "PUT", reset: "after" }],
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
