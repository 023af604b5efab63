import { apiError } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance that is out of order when it is asked for its limits, because of a picture under a short text.",
  inputs: { status: "Hello", media: "{ file: photo.png, description: A chart }" },
  files: { "photo.png": png().bytes },
  faults: [{ path: /instance$/, times: 2, answer: apiError(503, "Service Unavailable") }],
});
