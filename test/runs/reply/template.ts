import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template names the status: the answer goes where a workflow was started from.",
  event: "repository_dispatch",
  inputs: { status: "Thank you!", "in-reply-to-id": "{{ data.thread }}" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs.data = `{thread: "${id}"}`;
  },
});
