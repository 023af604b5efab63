import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A quote, by the id.",
  inputs: { status: "Well said" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
  },
});
