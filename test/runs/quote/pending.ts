import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A quote of another server waits for its author: that is told.",
  inputs: { status: "Well said" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["quoted-status-id"] = url;
  },
});
