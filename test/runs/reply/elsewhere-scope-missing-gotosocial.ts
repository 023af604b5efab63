import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "GoToSocial has words of its own for a missing scope.",
  instance: { profile: profiles.gotosocial },
  inputs: { status: "Thank you!" },
  arrange({ instance, inputs, name }) {
    const { id, url } = instance.elsewhere("Look at this", "alice@elsewhere.example");
    name(id, "<her id>");
    inputs["in-reply-to-id"] = url;
  },
});
