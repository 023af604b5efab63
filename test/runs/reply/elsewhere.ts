import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status of another server, looked up by its address.",
  inputs: { status: "Thank you!" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
