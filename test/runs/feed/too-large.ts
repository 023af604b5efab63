import { BLOG, startWeb } from "../../feed.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A feed of more than 8 MiB is one clear line.",
  event: "schedule",
  async arrange(world) {
    const web = await startWeb({ "/feed.xml": { body: Buffer.alloc(9 * 1024 * 1024, "x") } });
    world.closes(web);
    world.name(web.origin, BLOG);
    world.inputs.feed = `${web.origin}/feed.xml`;
  },
});
