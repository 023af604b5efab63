import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A checkout in a folder of the workspace: globs name the folder, messages the file in the repository.",
  inputs: { files: "site/posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    checkout: "site",
    commits: [{ tree: { "README.md": "A site" } }, { tree: { "posts/a.md": page("title: A") } }],
  }),
});
