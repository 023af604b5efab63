import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Somebody wrote of the release in the web interface: that is not edited, and nothing is posted beside it.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
      application: "Web",
    });
  },
  check({ instance }) {
    const texts = instance.published().map(({ text }) => text);
    if (texts.length !== 1 || !texts[0]?.startsWith("Hello-World 0.0.1\n\nhttps")) throw new Error(`${texts}`);
  },
});
