import { startElsewhere } from "../../elsewhere.ts";
import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is the domain of the handles; its host-meta names the API host.",
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    world.instance.fault({
      path: "/.well-known/host-meta",
      answer: {
        status: 200,
        body: `<XRD><Link rel="lrdd" template="${origin}/.well-known/webfinger?resource={uri}"/></XRD>`,
      },
    });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
