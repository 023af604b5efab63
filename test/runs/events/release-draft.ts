import { changedPayload } from "../../payload.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A draft is not announced, whatever the event calls itself.",
  event: "release.created.draft",
  files: { "event.json": changedPayload("release.created.draft", () => ({ action: "published" })) },
  env: { GITHUB_EVENT_PATH: "event.json" },
});
