import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A clock of twelve hours, with two digits.",
  inputs: { "scheduled-at": "2024-11-24 06:00 PM" },
});
