import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Another service answers 401 to the POST; that it is no instance shows elsewhere.",
  faults: [
    { method: "POST", answer: apiError(401, "Unauthorized") },
    { answer: apiError(404, "Not Found"), times: Infinity },
  ],
});
