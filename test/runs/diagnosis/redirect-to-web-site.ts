import { startElsewhere } from "../../elsewhere.ts";
import { html, redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server redirects everything to another one, and neither is an instance.",
  async arrange(world) {
    const other = await startElsewhere(world, "http://www.example");
    other.fault({ answer: html(404, "Not Found"), times: Infinity });
    world.instance.fault({ answer: redirect(`${other.origin}/`, 302), times: Infinity });
  },
});
