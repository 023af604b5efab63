import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "The GitHub API redirects to another server, as http to https: the token does not go there, and nothing is posted.",
  inputs: { "release-tag": "latest" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], {
      status: 301,
      headers: { location: "https://ghes.example/repos/nodejs/undici/releases/latest" },
      body: "",
    }),
});
