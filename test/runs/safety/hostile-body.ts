import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Release notes full of workflow commands, control characters, HTML and Liquid, posted whole.",
  event: "release.published.hostile",
  instance: { maxCharacters: 100_000 },
  inputs: { status: "{{ release.body }}" },
});
