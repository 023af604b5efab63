import { profiles } from "../../instance/profiles.ts";
import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run on snac, whose list ends with the newest 256 public posts and which counts none: it does not post where its post may stand behind them.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.snac },
  earlier: [{}],
  async arrange(world) {
    for (let post = 0; post < 300; post += 1) world.instance.publish(`Other news ${post}`);
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  check({ instance }) {
    const ours = instance.published().filter(({ text }) => text.startsWith("Out now"));
    if (ours.length !== 1) throw new Error("Not exactly one post");
  },
});
