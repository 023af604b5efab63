import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A handle.",
  inputs: { status: "Thank you!", "in-reply-to-id": "@alice@elsewhere.example" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
});
