import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A branch that was rebased: what was public before is not announced again.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "posts/a.md": page("title: A") } },
      { tree: { "posts/a.md": page("title: A"), "posts/b.md": page("title: B") } },
      {
        on: 0,
        tree: {
          "posts/a.md": page("title: A, rebased"),
          "posts/b.md": page("title: B"),
          "posts/c.md": page("title: C"),
        },
      },
    ],
    payload: { forced: true },
  }),
});
