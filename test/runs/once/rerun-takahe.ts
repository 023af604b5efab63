import { profiles } from "../../instance/profiles.ts";
import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on Takahē finds its post, though the `text` of a Status is HTML there, and a link is shown without its scheme.",
  inputs: { status: "Out now: *{{ release.title }}* <new>\n\n{{ release.html_url }}" },
  instance: { profile: profiles.takahe },
  token: { scopes: ["read", "write"] },
  earlier: [{}],
  async arrange(world) {
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
