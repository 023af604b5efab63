import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No status announces the release, so a new one is posted.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", visibility: "unlisted" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
