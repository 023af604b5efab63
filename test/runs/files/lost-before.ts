import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A force push whose former end is gone: the commits themselves tell what they added.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "posts/a.md": page("title: A") } },
      { tree: { "posts/a.md": page("title: A"), "posts/c.md": page("title: C") } },
    ],
    payload: { forced: true },
    isLost: true,
  }),
});
