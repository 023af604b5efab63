import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The GitHub API cannot be reached.",
  inputs: { "release-tag": "latest" },
  env: { GITHUB_API_URL: "http://127.0.0.1:9" },
});
