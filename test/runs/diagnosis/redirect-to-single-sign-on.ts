import { startElsewhere } from "../../elsewhere.ts";
import { html, redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A login wall in front of the instance redirects the POST to another server.",
  async arrange(world) {
    const other = await startElsewhere(world, "http://sso.example");
    other.fault({ answer: html(200, "Log in"), times: Infinity });
    world.instance.fault({ method: "POST", answer: redirect(`${other.origin}/login`, 302) });
  },
});
