import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "A login page with status 200 is no release, and nothing is posted.",
  inputs: { "release-tag": "latest" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
      body: "<html><title>Sign in</title><h1>Single sign-on</h1></html>",
    }),
});
