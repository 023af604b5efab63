import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A week of ISO 8601.",
  inputs: { "scheduled-at": "2024-W47-7" },
});
