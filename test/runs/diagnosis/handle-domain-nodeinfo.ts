import { startElsewhere } from "../../elsewhere.ts";
import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is the domain of the handles; its nodeinfo names the API host.",
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    world.instance.fault({
      path: "/.well-known/nodeinfo",
      answer: { status: 200, body: JSON.stringify({ links: [{ href: `${origin}/nodeinfo/2.0` }] }) },
    });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
