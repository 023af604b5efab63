import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A 500 to the POST, and then a 401 to the question whose token it is: the token is dead, and nothing was posted.",
  faults: [
    { method: "POST", path: "/api/v1/statuses", answer: { status: 500, body: '{"error":"Internal Server Error"}' } },
  ],
  inputs: { status: "Out now", "access-token": "nonsense" },
});
