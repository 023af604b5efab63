import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The release was edited, and so is its announcement.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Something else", { createdAt: new Date(Date.now() - 86_400_000) });
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
    });
    instance.publish("And more", { createdAt: new Date(Date.now() - 60_000) });
  },
});
