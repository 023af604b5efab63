import { BLOG, rssOf, startWeb } from "../../feed.ts";
import { HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A feed on the web is asked for without any token.",
  event: "schedule",
  inputs: { status: "{{ feed.title }}: {{ entry.title }} {{ entry.link }}" },
  async arrange(world) {
    const body = rssOf([{ title: "Größe", path: "/1/", age: HOUR }]).replace("utf-8", "iso-8859-1");
    const web = await startWeb({ "/feed.xml": { body: Buffer.from(body, "latin1") } });
    world.closes({
      async close() {
        await web.close();
        const sent = JSON.stringify(web.asked);
        if (web.asked.length !== 1 || sent.includes(world.token) || /authorization/i.test(sent)) throw new Error(sent);
      },
    });
    world.name(web.origin, BLOG);
    world.inputs.feed = `${web.origin}/feed.xml`;
  },
});
