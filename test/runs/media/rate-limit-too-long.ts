import { tooManyRequests } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Too many uploads for half an hour (Mastodon takes 30): longer than the run may wait.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", answer: tooManyRequests(new Date(Date.now() + 30 * 60_000), 30) }],
});
