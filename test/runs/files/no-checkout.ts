import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "Without a checkout one line says so.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    checkout: null,
    commits: [{ tree: { "README.md": "A site" } }, { tree: { "posts/a.md": page("title: A") } }],
  }),
});
