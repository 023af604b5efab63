import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "No token for the GitHub API.",
  inputs: { "release-tag": "latest", "github-token": "" },
  arrange: (world) => withGithubApi(world, []),
});
