import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Akkoma names the scope in its answer.",
  instance: { profile: profiles.akkoma },
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
