import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run tells when it would come out.",
  inputs: { status: "Lunch", "scheduled-at": "2 hours", "dry-run": "true" },
});
