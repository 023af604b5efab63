import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rule of the server forbids this one post; token and account are well.",
  faults: [{ method: "POST", answer: apiError(403, "This action is not allowed") }],
});
