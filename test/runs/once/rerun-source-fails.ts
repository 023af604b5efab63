import { html } from "../../instance/faults.ts";
import { profiles } from "../../instance/profiles.ts";
import { ago, HOUR, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The text of a post cannot be asked for at the moment: that is no other text, so it is looked at again.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  earlier: [{ pause: 2 * HOUR }],
  async arrange(world) {
    await rerun(world, ago(MINUTE));
    world.instance.fault({ method: "GET", path: /\/source$/, answer: html(503, "Service Unavailable") });
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
