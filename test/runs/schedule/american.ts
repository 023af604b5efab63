import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Month, day, year.",
  inputs: { "scheduled-at": "11/24/2024 18:00" },
});
