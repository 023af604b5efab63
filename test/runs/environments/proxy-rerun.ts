import { withGithubBehindProxy } from "../../github-behind-proxy.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Behind a proxy, a re-run asks the GitHub API through it since when to look.",
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  env: { GITHUB_RUN_ATTEMPT: "2" },
  arrange: withGithubBehindProxy,
});
