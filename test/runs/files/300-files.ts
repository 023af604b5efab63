import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A push of more than 300 files, of which the GitHub API does not tell: the trees of its ends do.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "posts/old.md": page("title: Old") } },
      {
        tree: {
          ...Object.fromEntries(
            Array.from({ length: 301 }, (_, index) => [`icons/${index}.svg`, `<svg>${index}</svg>`]),
          ),
          "posts/old.md": page("title: Old"),
          "posts/new.md": page("title: New"),
        },
      },
    ],
    asked: ["compare/<id>...<id>", "git/trees/<id>?recursive=1", "git/trees/<id>?recursive=1"],
  }),
});
