import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The instance fails on the request: unknown.",
  faults: [{ method: "POST", answer: apiError(500, "Internal Server Error"), times: Infinity }],
});
