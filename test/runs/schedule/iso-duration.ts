import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A duration of ISO 8601.",
  inputs: { "scheduled-at": "PT2H" },
});
