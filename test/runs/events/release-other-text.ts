import { announced } from "../../announced.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A second text about the same release is not posted: the step says so, and shows the text that is up.",
  event: "release.published",
  inputs: { status: "Deutsch: {{ release.title }}", visibility: "unlisted" },
  async arrange(world) {
    await announced(world, 17372790, "English: Hello-World 0.0.1, <b> & co");
    // A server's clock shows whole seconds: what is younger than that passes for new.
    await world.time.pass(2100);
  },
});
