import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server refuses the second of three for what it says: the third is posted all the same.",
  event: "schedule",
  inputs: { data: "[one, two, three]", status: "Number {{ data }}" },
  faults: [
    { method: "POST", path: "/api/v1/statuses", after: 1, answer: apiError(422, "Validation failed: Text is spam") },
  ],
});
