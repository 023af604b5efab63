import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token is refused with the second of three posts: it would be with the third, too, so that is not tried.",
  event: "schedule",
  inputs: { data: "[one, two, three]", status: "Number {{ data }}" },
  faults: [
    { method: "POST", path: "/api/v1/statuses", after: 1, answer: apiError(403, "Your login is currently disabled") },
  ],
});
