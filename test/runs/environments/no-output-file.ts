import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A runner without GITHUB_OUTPUT: no text gets into commands of the older kind.",
  event: "release.published.hostile",
  env: { GITHUB_OUTPUT: undefined },
  inputs: { status: "{{ release.name }}" },
});
