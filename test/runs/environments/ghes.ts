import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "GitHub Enterprise Server: links and the API are its own.",
  event: "release.published.ghes",
  env: { GITHUB_SERVER_URL: "https://octocoders.github.io" },
  inputs: { "release-tag": "v2.0.0", status: "{{ release.title }}\n{{ release.html_url }}\n{{ github.run_url }}" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/Codertocat/Hello-World/releases/tags/v2.0.0"], {
      status: 200,
      body: {
        id: 7,
        tag_name: "v2.0.0",
        name: null,
        html_url: "https://octocoders.github.io/Codertocat/Hello-World/releases/tag/v2.0.0",
      },
    }),
});
