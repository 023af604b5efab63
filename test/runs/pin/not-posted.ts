import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What was refused is not pinned.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  faults: [{ method: "POST", answer: apiError(422, "Validation failed: x") }],
});
