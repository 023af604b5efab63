import { startElsewhere } from "../../elsewhere.ts";
import { html, redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Host-meta names another server, but no instance is there: it is not suggested.",
  async arrange(world) {
    const other = await startElsewhere(world, "http://blog.example");
    other.fault({ answer: html(404, "Not Found"), times: Infinity });
    world.instance.fault({ path: "/.well-known/host-meta", answer: redirect(`${other.origin}/.well-known/host-meta`) });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
