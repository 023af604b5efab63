import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A month 24: day and month are swapped.",
  inputs: { "scheduled-at": "2024-24-11T18:00:00Z" },
});
