import { announced } from "../../announced.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A thread under a post with another text is not begun: its second part belongs to nobody there.",
  event: "release.published",
  inputs: { status: "One\n---\nTwo" },
  async arrange(world) {
    await announced(world, 17372790, "English: Hello-World 0.0.1");
    // A server's clock shows whole seconds: what is younger than that passes for new.
    await world.time.pass(2100);
  },
});
