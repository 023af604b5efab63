import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An address of snac bears no id, so it is looked up.",
  instance: { profile: profiles.snac },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
    name(url.split("/").at(-1)!, "<her time>");
  },
});
