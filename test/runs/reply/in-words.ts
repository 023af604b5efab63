import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No id and no address.",
  inputs: { status: "Thank you!", "in-reply-to-id": "the last one" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
});
