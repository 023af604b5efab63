import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What was edited is pinned.",
  inputs: { status: "New", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  arrange({ instance, inputs }) {
    inputs["edit-status-id"] = instance.publish("Old").id;
  },
});
