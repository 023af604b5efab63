import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "Front matter sets what its own post is like; pictures lie beside the file.",
  inputs: { files: "content/*/index.md", visibility: "public", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "README.md": "A site" } },
      {
        tree: {
          "content/a/index.md": page(
            "title: A\nmastodon:\n  status: |\n    Look, {{ not.liquid }} by @somebody:\n    https://blog.example.com/a/\n  language: de\n  visibility: unlisted\n  spoiler-text: A @warning\n  poll:\n    options: [Yes, No]\n    expires-in: 2 days",
          ),
          "content/b/index.md": page("title: B\nmastodon: false"),
        },
      },
    ],
  }),
});
