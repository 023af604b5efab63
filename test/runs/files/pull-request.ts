import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "A pull request from a fork, without any secret: each post is shown with its count, beside its file.",
  inputs: { "instance-url": "", "access-token": "", files: "posts/*.md", status: "{{ entry.body }}", mentions: "all" },
  ...about({
    event: "pull_request",
    commits: [
      { tree: { "posts/a.md": "An old post" } },
      { tree: { "posts/a.md": "An old post", "posts/b.md": "Hello @all", "posts/c.md": page("draft: true") } },
    ],
    asked: ["pulls/7/files?per_page=100&limit=100&page=1"],
  }),
});
