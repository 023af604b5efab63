import { withGithubApi } from "../../with-github-api.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No token for the GitHub API.",
  inputs: { "release-tag": "latest", "github-token": "" },
  arrange: (world) => withGithubApi(world, []),
});
