import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "`release-tag: ${{ github.ref }}` on a pushed tag.",
  files: {
    "event.json": changedPayload("release.published.undici", () => ({ action: undefined, release: undefined })),
  },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_EVENT_NAME: "push" },
  inputs: { "release-tag": "refs/tags/v7.2.0", status: "{{ release.title }}: {{ release.html_url }}" },
  arrange: (world) => withGithubApi(world, ["GET /repos/nodejs/undici/releases/tags/v7.2.0"]),
});
