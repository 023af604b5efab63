import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Found by the public list, but not to be read for the edit.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto" },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
    });
  },
});
