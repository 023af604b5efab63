import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "On Sharkey a reply that is one emoji alone would become a reaction: it is refused before anything is sent.",
  instance: { profile: profiles.sharkey },
  inputs: { status: "🎉" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("We are live", { username: "alice" });
    name(id, "<id of hers>");
    inputs["in-reply-to-id"] = id;
  },
  check({ instance, outcome }) {
    if (instance.published().length > 0 || outcome.outputs.result !== "failed")
      throw new Error("It says that it posted");
  },
});
