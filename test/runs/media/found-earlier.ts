import { png } from "../../instance/files.ts";
import { HOUR } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A look finds the status of an earlier run, so nothing goes up.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
    "duplicate-check": "24 hours",
  },
  files: { "docs/shot.png": png().bytes },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  earlier: [{ pause: 2 * HOUR }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
