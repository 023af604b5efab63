import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "activities.next answers 401 to a missing scope; the token is alive.",
  faults: [{ method: "POST", answer: apiError(401, "Unauthorized") }],
});
