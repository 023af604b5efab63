import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "The GitHub API answers with a web page.",
  inputs: { "release-tag": "latest" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], {
      status: 502,
      headers: { "content-type": "text/html" },
      body: "<html><title>Unicorn!</title></html>",
    }),
});
