import { profiles } from "../../instance/profiles.ts";
import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Akkoma repeats the 429 of a rate limit to the same key when the limit is over: the next key posts.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.akkoma },
  async arrange(world) {
    // From the beginning of one of the limit's ten seconds.
    await world.time.pass(10_000 - (world.time.now().getTime() % 10_000));
    for (let count = 1; count <= 15; count += 1) await posted(world, { status: `Post ${count}` });
  },
  check({ instance }) {
    if (instance.published().length !== 16) throw new Error("Not exactly one post");
  },
});
