import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An instance says that this is gone.",
  faults: [{ method: "POST", answer: apiError(410, "Gone") }],
});
