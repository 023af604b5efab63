import { scenario } from "../../scenario.ts";
import { about } from "../../site.ts";

export default scenario({
  what: "Inputs that have no place beside `files` are refused together.",
  inputs: {
    files: "posts/*.md",
    feed: "https://blog.example.com/feed.xml",
    "edit-status-id": "auto",
    "duplicate-check": "never",
    "status-file": "text.md",
  },
  files: { "text.md": "Text" },
  ...about({ commits: [{ tree: { "README.md": "A site" } }, { tree: { "README.md": "A better site" } }] }),
});
