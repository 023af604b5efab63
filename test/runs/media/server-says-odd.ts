import { apiError } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server refuses a file with a sentence that nobody knows.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", answer: apiError(422, "Not on a Tuesday") }],
});
