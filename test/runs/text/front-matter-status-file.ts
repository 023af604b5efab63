import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The front matter of a text file is not posted either.",
  inputs: { "status-file": "note.md" },
  files: { "note.md": "---\r\ntitle: For the site\r\n---\r\nHello {{ world }}\r\n" },
});
