import { BLOG, startWeb } from "../../feed.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A feed that is not there is one clear line.",
  event: "schedule",
  async arrange(world) {
    const web = await startWeb({});
    world.closes(web);
    world.name(web.origin, BLOG);
    world.inputs.feed = `${web.origin}/feed.xml`;
  },
});
