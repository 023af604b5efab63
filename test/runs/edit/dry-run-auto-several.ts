import { scenario } from "../../scenario.ts";

const text = "Hello-World 0.0.1\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/0.0.1";
const createdAt = new Date(Date.now() - 3_600_000);

export default scenario({
  what: "A dry run of `auto` fails where the run would: two statuses announce the same.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", "dry-run": "true" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  arrange({ instance }) {
    for (const more of ["\n\n#One", "\n\n#Two"]) instance.publish(text + more, { createdAt });
  },
});
