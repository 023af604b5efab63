import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A private mention with the release's link, written by hand, is not taken for the announcement.",
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  async arrange(world) {
    world.instance.publish(
      "@friend look at https://github.com/nodejs/undici/releases/tag/v7.2.0 before I announce it",
      {
        visibility: "direct",
      },
    );
    await rerun(world, ago(HOUR));
  },
  check({ outcome }) {
    if (outcome.outputs.result !== "posted") throw new Error("The announcement was not posted");
  },
});
