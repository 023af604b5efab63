import { apiError } from "../../instance/faults.ts";
import { rerunOfMended } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The history of a post that somebody mended is not there for a moment, then empty: Mastodon has one, so the look is made again.",
  inputs: { status: "Out naow: {{ release.title }}\n\n{{ release.html_url }}" },
  earlier: [{}],
  arrange: (world) =>
    rerunOfMended(world, "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0"),
  faults: [
    { path: /\/history$/, answer: apiError(404, "Record not found") },
    { path: /\/history$/, answer: { status: 200, body: "[]" } },
  ],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
