import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A 404 from an instance: the key belongs to a status that has been deleted.",
  faults: [{ method: "POST", answer: apiError(404, "Record not found") }],
});
