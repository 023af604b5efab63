import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

export default scenario({
  what: "A repository without any release.",
  files: {
    "event.json": changedPayload("release.published.undici", () => ({ action: undefined, release: undefined })),
  },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_EVENT_NAME: "schedule" },
  inputs: { "release-tag": "latest" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], { status: 404, body: { message: "Not Found" } }),
});
