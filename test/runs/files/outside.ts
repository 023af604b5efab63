import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "Globs that lead out of the workspace are refused.",
  inputs: { files: "../other/*.md" },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "README.md": "A better site" } }] }),
});
