import { startElsewhere } from "../../elsewhere.ts";
import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is the domain of the handles; its OAuth metadata name the API host.",
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    world.instance.fault({
      path: "/.well-known/oauth-authorization-server",
      answer: { status: 200, body: JSON.stringify({ issuer: `${origin}/` }) },
    });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
