import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A draft that becomes public is announced; one that stays a draft, and a post that is mended, are not.",
  inputs: { files: "content/**/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      {
        tree: {
          "content/a.md": page("title: A\ndraft: true"),
          "content/b.md": page("title: B\ndraft: true"),
          "content/c.md": page("title: C", "A tpyo."),
          "content/d.md": page("title: D\npublished: false"),
        },
      },
      {
        tree: {
          "content/a.md": page("title: A\ndraft: false"),
          "content/b.md": page("title: B, better\ndraft: true"),
          "content/c.md": page("title: C", "A typo."),
          "content/d.md": page("title: D"),
        },
      },
    ],
    asked: ["compare/<id>...<id>", "contents/content/a.md?ref=<id>", "contents/content/d.md?ref=<id>"],
  }),
});
