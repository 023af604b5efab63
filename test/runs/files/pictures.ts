import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "Pictures under `files` are told `media`.",
  inputs: { files: "posts/*.md\nposts/*.png" },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "README.md": "A better site" } }] }),
});
