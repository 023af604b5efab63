import { throttled } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Too many uploads for a moment; the server says when to come back.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", answer: throttled({ retryAfter: "1" }) }],
});
