import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";
export default scenario({
  what: "Before Mastodon 4.3 a token without `read` does not learn its application, so nothing speaks against an edit.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "read:accounts"] },
  instance: { profile: profiles.mastodon42 },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
      application: "Web",
    });
  },
});
