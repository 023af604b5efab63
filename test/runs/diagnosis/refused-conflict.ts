import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A conflict does not say which of two requests won: unknown.",
  faults: [{ method: "POST", answer: apiError(409, "Conflict") }],
});
