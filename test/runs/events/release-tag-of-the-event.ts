import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "The tag of the event's own release: nothing is loaded.",
  inputs: { "release-tag": "v7.2.0" },
  arrange: (world) => withGithubApi(world, []),
});
