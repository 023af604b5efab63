import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "The first push of a repository: its commits tell.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [{ tree: { "README.md": "# Site" } }, { tree: { "README.md": "# Site", "posts/a.md": page("title: A") } }],
    before: null,
  }),
});
