import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A push adds a post, and a PDF beside it: the post is announced, once, from one request to the GitHub API.",
  inputs: { files: "_posts/*", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({
    commits: [
      { tree: { "_posts/2020-01-01-old.md": page("title: Old") } },
      {
        tree: {
          "_posts/2020-01-01-old.md": page("title: Old"),
          "_posts/2026-11-29-hello-world.md": page(
            "title: Hello, world\ndescription: A first post\ntags: [static site, news]",
          ),
          "_posts/talk.pdf": "%PDF",
          "README.md": "# Not a post",
        },
      },
    ],
    asked: ["compare/<id>...<id>"],
  }),
});
