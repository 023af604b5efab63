import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An announcement that was a reply is found by its link, and edited, not posted a second time.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance, inputs }) {
    const parent = instance.publish("All about releases", { createdAt: new Date(Date.now() - 7_200_000) });
    inputs["in-reply-to-id"] = parent.id;
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
      inReplyToId: parent.id,
    });
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
