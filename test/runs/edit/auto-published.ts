import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A release that has just come out: nothing to edit, so it is announced.",
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
