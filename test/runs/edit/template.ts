import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template names the status.",
  event: "repository_dispatch",
  inputs: { status: "New", "edit-status-id": "{{ data.id }}" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance, inputs }) {
    inputs.data = `{id: "${instance.publish("Old").id}"}`;
  },
});
