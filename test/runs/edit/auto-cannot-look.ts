import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without `read:statuses` a post for followers cannot be found.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", visibility: "private" },
});
