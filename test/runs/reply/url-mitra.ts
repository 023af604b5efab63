import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mitra finds the status of an address only where the search names no type.",
  instance: { profile: profiles.mitra },
  token: { scopes: ["read", "write"] },
  inputs: { status: "Thank you" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Hello", "alice@elsewhere.example");
    inputs["in-reply-to-id"] = url;
    name(id, "<her id>");
  },
  check({ instance }) {
    if (!instance.published().at(-1)?.inReplyTo) throw new Error("It is no reply");
  },
});
