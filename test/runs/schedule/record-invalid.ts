import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon does not say why it cannot schedule a status.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  faults: [{ method: "POST", answer: apiError(422, "Record invalid") }],
});
