import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run of `auto` looks, and says which status it would edit.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", "dry-run": "true" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
    });
  },
});
