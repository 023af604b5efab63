import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run of `auto` without a token cannot know whether there is something to edit, and says so.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", "dry-run": "true", "access-token": "" },
});
