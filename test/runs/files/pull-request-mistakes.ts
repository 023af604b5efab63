import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "What is wrong in a file of a pull request is named with its line, beside the file.",
  inputs: {
    "instance-url": "",
    "access-token": "",
    files: "posts/*.md",
    link: "https://blog.example.com/{{ entry.slug }}/",
  },
  ...about({
    event: "pull_request",
    commits: [
      { tree: { "README.md": "A site" } },
      {
        tree: {
          "posts/a.md": page(
            "title: A\nmastodon:\n  visiblity: unlisted\n  language: English\n  poll:\n    options: [Yes]\n  media: missing.png",
          ),
          "posts/b.md": "+++\ntitle = B\n+++\nText",
          "posts/c.md": page("title: C\nmastodon: {visibility: hidden}"),
          "posts/d.md": "---\ntitle: It never ends\n\nText",
        },
      },
    ],
  }),
});
