import { startElsewhere } from "../../elsewhere.ts";
import { redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server redirects to another one, which is an instance; the token does not go there.",
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://new.example");
    world.instance.fault({ method: "POST", answer: redirect(`${origin}/api/v1/statuses`, 301) });
  },
});
