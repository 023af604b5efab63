import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`release-tag` on a runner that does not tell the repository.",
  event: null,
  env: { GITHUB_REPOSITORY: undefined },
  inputs: { "release-tag": "latest" },
});
