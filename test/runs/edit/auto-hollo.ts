import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The release was edited, and so is its announcement, on Hollo.",
  event: "release.edited",
  instance: { profile: profiles.hollo },
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
    });
  },
});
