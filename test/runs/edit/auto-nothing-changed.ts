import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The release was edited where the announcement does not tell: nothing is sent.",
  event: "release.edited",
  inputs: { status: "{{ release.title }}\n{{ release.html_url }}", "edit-status-id": "auto" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello-World 0.0.1\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1", {
      createdAt: new Date(Date.now() - 3_600_000),
    });
  },
});
