import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A mistake below front matter is named by its line in the file.",
  inputs: { "template-file": "post.md" },
  files: { "post.md": '+++\ntitle = "For the site"\n+++\n\n{{ release.titel }}\n' },
});
