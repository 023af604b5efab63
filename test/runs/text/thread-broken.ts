import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A thread breaks in the middle: the step fails as `partial`, and tells what is up.",
  faults: [
    { method: "POST", path: "/api/v1/statuses", delay: 0 },
    { method: "POST", path: "/api/v1/statuses", answer: apiError(422, "Validation failed: Text is not to our taste") },
  ],
  inputs: { status: "One\n---\nTwo\n---\nThree" },
});
