import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time without a date.",
  inputs: { "scheduled-at": "18:00" },
});
