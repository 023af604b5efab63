import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing to edit, but to pin.",
  inputs: { status: "Old", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  arrange({ instance, inputs }) {
    inputs["edit-status-id"] = instance.publish("Old").id;
  },
});
