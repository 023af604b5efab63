import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "activities.next says 401 to a missing scope: the one to read is named.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ method: "GET", path: /\/source$/, answer: apiError(401, "Unauthorized") }],
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
