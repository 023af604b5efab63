import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server fails on this text whenever it is sent: after two tries the step says that nothing was posted.",
  inputs: { status: "Out now: {{ release.title }}" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  faults: [{ method: "POST", path: "/api/v1/statuses", answer: apiError(500, "Internal Server Error"), times: 99 }],
});
