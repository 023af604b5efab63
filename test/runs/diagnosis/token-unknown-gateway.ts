import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The page of a gateway, and then a 401 of the server: the token is dead, and nothing was posted.",
  faults: [{ method: "POST", path: "/api/v1/statuses", answer: html(502) }],
  inputs: { status: "Out now", "access-token": "nonsense" },
});
