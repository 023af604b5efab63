import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A token that may not post schedules nothing.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours" },
  token: { scopes: ["read"] },
});
