import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "What was refused for its front matter is announced once it is mended.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "posts/a.md": page("title: A\nmastodon:\n  visibility: unlited") } },
      { tree: { "posts/a.md": page("title: A\nmastodon:\n  visibility: unlisted") } },
    ],
  }),
});
