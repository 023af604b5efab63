import { startElsewhere } from "../../elsewhere.ts";
import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is the domain of the handles, with a webfinger file of its own.",
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    world.instance.fault({
      path: "/.well-known/webfinger",
      answer: { status: 200, body: JSON.stringify({ links: [{ rel: "self", href: `${origin}/users/poster` }] }) },
    });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
