import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The address of a profile.",
  inputs: { status: "Thank you!", "in-reply-to-id": "https://elsewhere.example/@alice" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
});
