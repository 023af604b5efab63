import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon refuses a hashtag that it cannot save (422), though the status is there: the look finds it.",
  inputs: { status: "New #1_https://example.com" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
});
