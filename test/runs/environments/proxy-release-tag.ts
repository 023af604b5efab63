import { withGithubBehindProxy } from "../../github-behind-proxy.ts";
import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Behind a proxy, the GitHub API is asked for a release through it.",
  files: {
    "event.json": changedPayload("release.published.undici", () => ({ action: undefined, release: undefined })),
  },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_EVENT_NAME: "schedule" },
  inputs: { "release-tag": "latest" },
  arrange: withGithubBehindProxy,
});
