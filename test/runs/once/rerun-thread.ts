import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run finds the first two parts of a thread, and goes on below them.",
  inputs: { status: "One {{ release.html_url }}\n---\nTwo\n---\nThree" },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },

  async arrange(world) {
    const first = world.instance.publish("One https://github.com/nodejs/undici/releases/tag/v7.2.0", {
      createdAt: ago(HOUR),
    });
    world.instance.publish("Two", { createdAt: ago(HOUR), visibility: "unlisted", inReplyToId: first.id });
    await rerun(world, ago(2 * HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 3) throw new Error(`Not 3: ${instance.published().length}`);
  },
});
