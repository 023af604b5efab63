import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "What the globs match is a draft: the log does not blame the globs.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [{ tree: { "README.md": "A site" } }, { tree: { "posts/new.md": page("title: New\ndraft: true") } }],
  }),
});
