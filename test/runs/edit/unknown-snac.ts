import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "There is no such status, on snac.",
  instance: { profile: profiles.snac },
  inputs: { status: "New", "edit-status-id": "115600000000000001" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
