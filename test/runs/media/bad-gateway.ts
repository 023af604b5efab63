import { html } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server's front answers 502 to an upload; it is sent again.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", answer: html(502) }],
});
