import { mastodon46 } from "../../instance/profiles.ts";
import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The first attempt had to escape a name in a link, and its key is forgotten: a re-run is refused, escapes it too, and finds that post.",
  instance: {
    others: ["alice"],
    profile: { ...mastodon46, mentionRule: (text) => Array.from(text.matchAll(/@(\w+)/g), ([, name = ""]) => name) },
  },
  inputs: { status: "By {{ data.text }}", data: '{ "text": "https://example.com/@alice" }' },
  earlier: [{ pause: 2 * HOUR }],
  arrange: (world) => rerun(world, ago(3 * HOUR)),
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
