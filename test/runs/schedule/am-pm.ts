import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A clock of twelve hours.",
  inputs: { "scheduled-at": "2024-11-24 6:00 PM" },
});
