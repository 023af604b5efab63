import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A file with front matter and nothing else has no text to post.",
  inputs: { "status-file": "note.md" },
  files: { "note.md": "---\ntitle: For the site\n---\n\n" },
});
