import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "A push that makes no file public: nothing is posted, and the step is green.",
  inputs: { files: "posts/*.md", link: "https://blog.example.com/{{ entry.slug }}/" },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "README.md": "A better site" } }] }),
});
