import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A thread in reply: its first part is the reply.",
  inputs: { status: "One\n---\nTwo" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["in-reply-to-id"] = id;
  },
});
