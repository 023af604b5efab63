import { ago, DAY } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

const site = about({
  event: "schedule",
  commits: [
    {
      tree: {
        "posts/new.md": page(`title: New\ndate: ${ago(DAY).toISOString()}`),
        "posts/old.md": page("title: Old\ndate: 2020-01-01"),
        "posts/undated.md": page("title: Undated"),
        "posts/posted.md": page(`title: Posted\ndate: ${ago(2 * DAY).toISOString()}`),
      },
    },
  ],
  asked: [],
});

export default scenario({
  what: "By hand or on a schedule every file counts that is dated within `max-age` and has no post yet.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...site,
  async arrange(world) {
    world.instance.publish("By hand: https://blog.example.com/posted", { createdAt: ago(DAY) });
    await site.arrange?.(world);
  },
});
