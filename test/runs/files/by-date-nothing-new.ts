import { ago, DAY } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

const site = about({
  event: "workflow_dispatch",
  commits: [{ tree: { "posts/posted.md": page(`title: Posted\ndate: ${ago(2 * DAY).toISOString()}`) } }],
  asked: [],
});

export default scenario({
  what: "By hand, with a post about each file already on the account: nothing to post, and the log says why.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...site,
  async arrange(world) {
    world.instance.publish("By hand: https://blog.example.com/posted", { createdAt: ago(DAY) });
    await site.arrange?.(world);
  },
});
