import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac calls a dead token 422, with nothing beside it: a 500 and then that means that nothing was posted.",
  instance: { profile: profiles.snac },
  faults: [{ method: "POST", path: "/api/v1/statuses", answer: { status: 500, body: "" } }],
  inputs: { status: "Out now", "access-token": "nonsense" },
});
