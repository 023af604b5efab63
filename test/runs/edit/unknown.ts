import { scenario } from "../../scenario.ts";

export default scenario({
  what: "There is no such status.",
  inputs: { status: "New", "edit-status-id": "115600000000000001" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
