import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time without an offset.",
  inputs: { "scheduled-at": "2024-11-24T18:00:00" },
});
