import { throttled } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A file name that would be a workflow command, or hide its ending, in every line that names it.",
  inputs: { status: "A picture of the release", media: "*.png" },
  files: { "##[error]no \u202Egnp & 'x'.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", answer: throttled({ retryAfter: "1" }) }],
});
