import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed refuses a key that it has seen, whatever became of the first try: unknown.",
  faults: [{ method: "POST", answer: apiError(400, "Duplicate idempotency key.") }],
});
