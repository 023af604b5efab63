import { html } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server's front answers 502 to an upload for as long as the run may last: nothing is posted.",
  inputs: {
    timeout: "6 seconds",
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", answer: html(502), times: Infinity }],
});
