import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status of another server is no own one.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "read", "profile"] },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Hers", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["edit-status-id"] = url;
  },
});
