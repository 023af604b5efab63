import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Day, month, year.",
  inputs: { "scheduled-at": "24.11.2024 18:00" },
});
