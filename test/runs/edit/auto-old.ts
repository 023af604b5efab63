import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The announcement is older than a month, and so is the release.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date("2019-05-15T15:20:00Z"),
    });
  },
});
