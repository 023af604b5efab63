import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server takes 25 a day.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  faults: [
    {
      method: "POST",
      answer: apiError(422, "Validation failed: You have exceeded the limit of 25 scheduled posts for today"),
    },
  ],
});
