import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The request is lost, and the edit was not made: it is sent again.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ method: "PUT", reset: "before" }],
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
