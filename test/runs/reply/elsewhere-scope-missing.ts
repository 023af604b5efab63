import { scenario } from "../../scenario.ts";

export default scenario({
  what: "To look up an address takes a scope, which is named.",
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
