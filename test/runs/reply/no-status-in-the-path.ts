import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An address that is none of a status: nothing is found there.",
  inputs: { status: "Thank you!", "in-reply-to-id": "https://elsewhere.example/about" },
  token: { scopes: ["write:statuses", "read:search", "profile"] },
});
