import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The address of the web client, with its query.",
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["in-reply-to-id"] = `${new URL(url).origin}/deck/@alice/${id}?x=1`;
  },
});
