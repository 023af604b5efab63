import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "What is not text is told `media` where `files` names it by its ending.",
  inputs: { files: "posts/*.md\nposts/*.pdf" },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "README.md": "A better site" } }] }),
});
