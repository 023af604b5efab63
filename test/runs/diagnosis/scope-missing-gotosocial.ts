import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "GoToSocial's words for a missing scope.",
  faults: [{ method: "POST", answer: apiError(403, "Forbidden: token has insufficient scope permission") }],
});
