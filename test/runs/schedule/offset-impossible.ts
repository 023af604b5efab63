import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An offset that no place has.",
  inputs: { "scheduled-at": "2024-11-24T18:00:00+25:00" },
});
