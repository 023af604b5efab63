import { startElsewhere } from "../../elsewhere.ts";
import { html, redirect } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is the domain of the handles, which redirects webfinger alone, as Mastodon asks for.",
  async arrange(world) {
    const { origin } = await startElsewhere(world, "http://social.example");
    world.instance.fault({ path: "/.well-known/webfinger", answer: redirect(`${origin}/.well-known/webfinger`) });
    world.instance.fault({ answer: html(404, "Not Found"), times: Infinity });
  },
});
