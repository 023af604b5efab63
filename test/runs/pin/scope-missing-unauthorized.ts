import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "activities.next says 401 to a missing scope.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  faults: [{ path: /\/pin$/, answer: apiError(401, "Unauthorized") }],
});
