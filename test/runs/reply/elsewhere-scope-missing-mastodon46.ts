import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6 names the scope itself.",
  instance: { profile: profiles.mastodon46 },
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
