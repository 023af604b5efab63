import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "A tag with a line break, from a stranger's text, is refused before anyone is asked.",
  inputs: { "release-tag": "v1\n::stop-commands::x\n##[set-output name=result]posted" },
  arrange: (world) => withGithubApi(world, []),
});
