import { profiles } from "../../instance/profiles.ts";
import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run sees a post that may be its own, on a server that reads all texts as Markdown, with a token that may not read how it was written: it does not post, and names the scope.",
  inputs: { status: "Out now: *{{ release.title }}*\n\n{{ release.html_url }}" },
  instance: { profile: profiles.activitiesNext },
  earlier: [{}],
  async arrange(world) {
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
