import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A quote that is scheduled: whether it came through shows later.",
  inputs: { status: "Well said" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
    inputs["scheduled-at"] = "2 hours";
  },
});
