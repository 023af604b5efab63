import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token given as URL, too, is neither looked up nor shown in lower case.",
  arrange(world) {
    world.inputs["instance-url"] = world.token;
  },
  check({ outcome, token }) {
    if (outcome.stdout.includes(token.toLowerCase())) throw new Error("The token was shown in lower case");
  },
});
