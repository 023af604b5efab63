import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "The rate limit of the GitHub API is used up.",
  inputs: { "release-tag": "latest" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1800000000" },
      body: { message: "API rate limit exceeded for installation ID 1." },
    }),
});
