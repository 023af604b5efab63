import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The front matter of a template is not posted; a line --- below it begins a new part.",
  inputs: { "template-file": "post.md" },
  files: { "post.md": "---\ntitle: For the site\n---\n\n{{ release.title }}\n\n---\n\nMore of it\n" },
});
