import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A post that is dated in the future is not announced, and told what to do.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "README.md": "A site" } },
      { tree: { "posts/a.md": page("title: A\ndate: 2099-12-24T18:00:00+01:00") } },
    ],
  }),
});
