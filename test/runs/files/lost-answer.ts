import { scenario } from "../../scenario.ts";
import { about, page } from "../../site.ts";

export default scenario({
  what: "The answer to a post is lost: it is found, and not posted again.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "posts/a.md": page("title: A") } }] }),
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "after" }],
});
