import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An object of Akkoma bears no id, so it is looked up.",
  instance: { profile: profiles.akkoma },
  token: { scopes: ["write", "read"] },
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, uri } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["in-reply-to-id"] = uri;
    name(uri.split("/").at(-1)!, "<uuid>");
  },
});
