import { apiError } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

const busy = "Cannot attach files that have not finished processing. Try again in a moment!";

export default scenario({
  what: "A file counts as processed, and is not when the status comes: that is waited for.",
  inputs: { status: "Look", media: "{ file: a.png, description: A square }" },
  files: { "a.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v1/statuses", answer: apiError(422, busy), times: 2 }],
});
