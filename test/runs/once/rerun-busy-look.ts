import { html } from "../../instance/faults.ts";
import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A look that fails for now is tried again before anything is posted.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "GET", path: /\/statuses/, times: 2, answer: html(502) }],
  isFast: true,

  async arrange(world) {
    world.instance.publish("Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(HOUR),
    });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
