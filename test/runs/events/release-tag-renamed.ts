import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "The repository was renamed: GitHub sends the old name on, within the same server.",
  inputs: { "release-tag": "latest" },
  env: { GITHUB_REPOSITORY: "nodejs/h1" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/h1/releases/latest", "GET /repositories/132600556/releases/latest"]),
});
