import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The address of a profile.",
  inputs: { status: "New", "edit-status-id": "https://elsewhere.example/@poster" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
});
