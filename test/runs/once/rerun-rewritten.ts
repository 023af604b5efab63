import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A post by hand with the same link and another first paragraph is not this one: a re-run posts.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  async arrange(world) {
    world.instance.publish("Finally!\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0");
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error("Not both posts");
  },
});
