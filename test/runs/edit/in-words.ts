import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No id and no address.",
  inputs: { status: "New", "edit-status-id": "latest" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
