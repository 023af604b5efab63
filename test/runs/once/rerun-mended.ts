import { rerunOfMended } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds its post though somebody mended a typo by hand: the status' history has the text.",
  inputs: { status: "Out naow: {{ release.title }}\n\n{{ release.html_url }}" },
  earlier: [{}],
  arrange: (world) =>
    rerunOfMended(world, "Out now: undici 7.2.0\n\nhttps://github.com/nodejs/undici/releases/tag/v7.2.0"),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
