import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What an edit cannot change is told in one line, and the summary shows nothing of it.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", visibility: "unlisted", "in-reply-to-id": "1", "quoted-status-id": "1" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
    });
  },
});
