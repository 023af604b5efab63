import { scenario } from "../../scenario.ts";

export default scenario({
  what: "24 o’clock.",
  inputs: { "scheduled-at": "2024-11-24T24:00:00Z" },
});
