import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A re-run after the scheduled time finds the status that came out, instead of failing on a time that is over.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", "scheduled-at": "2025-01-01T09:00:00Z" },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },

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
