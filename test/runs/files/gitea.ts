import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "Gitea lists the files of each commit, so that no request tells; and it calls a renamed file a new one.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  env: { GITEA_ACTIONS: "true" },
  ...about({
    lists: true,
    commits: [
      { tree: { "posts/a.md": page("title: A") } },
      { tree: { "posts/a-renamed.md": page("title: A"), "posts/b.md": page("title: B\ndraft: true") } },
      {
        tree: {
          "posts/a-renamed.md": page("title: A"),
          "posts/b.md": page("title: B"),
          "posts/c.md": page("title: C"),
        },
      },
    ],
    before: 0,
    asked: ["contents/posts/a.md?ref=<id>"],
  }),
});
