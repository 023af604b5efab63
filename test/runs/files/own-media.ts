import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "Media of a file lie beside it, or with a slash in front in the workspace; what is missing fails its post alone.",
  inputs: { files: "content/*/index.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    built: { "content/a/cover.png": png().bytes, "static/logo.png": png(2, 1).bytes },
    commits: [
      { tree: { "README.md": "A site" } },
      {
        tree: {
          "content/a/index.md": page(
            "title: A\nmastodon:\n  media:\n    - file: cover.png\n      description: A {{ cover }}\n    - /static/logo.png",
          ),
          "content/b/index.md": page("title: B\nmastodon:\n  media: ../a/missing.png"),
          "content/c/index.md": page("title: C\nmastodon:\n  media: ../../../outside.png"),
        },
      },
    ],
  }),
});
