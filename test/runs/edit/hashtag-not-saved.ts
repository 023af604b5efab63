import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon refuses a hashtag that it cannot save (422), though the edit is made: the look tells.",
  inputs: { status: "New #1_https://example.com" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old");
    inputs["edit-status-id"] = id;
  },
});
