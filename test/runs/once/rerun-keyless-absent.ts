import { profiles } from "../../instance/profiles.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on a server without keys looks, sees nothing, and posts.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },

  async arrange(world) {
    await rerun(world, ago(10 * MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
