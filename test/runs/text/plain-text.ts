import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Release notes in Markdown become text that reads well in a timeline.",
  instance: { maxCharacters: 5000 },
  inputs: { status: "{{ release.title }}\n\n{{ release.body | plain_text }}" },
});
