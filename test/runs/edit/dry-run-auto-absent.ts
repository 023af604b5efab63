import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run of `auto` finds nothing to edit, and says that it would post.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", "dry-run": "true" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
