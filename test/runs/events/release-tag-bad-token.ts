import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "A token that GitHub does not know.",
  inputs: { "release-tag": "latest", "github-token": "ghp_expired" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], {
      status: 401,
      body: { message: "Bad credentials" },
    }),
});
