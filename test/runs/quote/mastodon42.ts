import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.2 has no quotes: refused before anything is sent.",
  instance: { profile: profiles.mastodon42 },
  inputs: { status: "Well said" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
  },
});
