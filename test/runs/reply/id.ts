import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A reply, by the id.",
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["in-reply-to-id"] = id;
  },
});
