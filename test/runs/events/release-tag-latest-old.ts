import { readFileSync } from "node:fs";
import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";
import { withGithubApi } from "../../with-github-api.ts";

const event = new URL("../../events/release.published.undici.json", import.meta.url);
const { release } = JSON.parse(readFileSync(event, "utf8"));

export default scenario({
  what: "The latest release came out long ago: a workflow that begins to announce does not begin with it.",
  files: {
    "event.json": changedPayload("release.published.undici", () => ({ action: undefined, release: undefined })),
  },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_EVENT_NAME: "schedule" },
  inputs: { "release-tag": "latest" },
  arrange: (world) =>
    withGithubApi(world, ["GET /repos/nodejs/undici/releases/latest"], { status: 200, body: release }),
});
