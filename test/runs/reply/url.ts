import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A reply, by the address on the own instance: no search.",
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
