import { apiError } from "../../instance/faults.ts";
import { editedByHand } from "../../posted.ts";
import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The history of a post that somebody mended is not there for a moment, then empty: Mastodon has one, so the look is made again.",
  inputs: { status: "Out naow: {{ release.title }}\n\n{{ release.html_url }}" },
  earlier: [{}],
  async arrange(world) {
    await editedByHand(world, "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0");
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  faults: [
    { path: /\/history$/, answer: apiError(404, "Record not found") },
    { path: /\/history$/, answer: { status: 200, body: "[]" } },
  ],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
