import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A workflow that runs in somebody's fork of the repository, and the author allows to skip.",
  files: {
    "event.json": changedPayload("release.published.undici", ({ repository }) => ({
      repository: { ...repository, fork: true },
    })),
  },
  env: { GITHUB_EVENT_PATH: "event.json" },
  inputs: { "access-token": "", "on-missing-token": "skip" },
});
