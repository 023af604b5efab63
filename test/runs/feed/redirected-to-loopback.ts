import { BLOG, startWeb } from "../../feed.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A feed that redirects into the machine itself is not followed.",
  event: "schedule",
  async arrange(world) {
    const web = await startWeb({ "/feed.xml": { status: 302, headers: { location: "https://localhost/secret" } } });
    world.closes(web);
    world.name(web.origin, BLOG);
    world.inputs.feed = `${web.origin}/feed.xml`;
  },
});
