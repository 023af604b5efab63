import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "Another branch than the default one: a rehearsal.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    branch: "draft-of-b",
    before: null,
    commits: [
      { tree: { "posts/a.md": page("title: A") } },
      { tree: { "posts/a.md": page("title: A"), "posts/b.md": page("title: B") } },
    ],
  }),
});
