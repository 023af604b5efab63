import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nobody knows the address.",
  inputs: { status: "Thank you!", "in-reply-to-id": "https://elsewhere.example/@alice/404" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
});
