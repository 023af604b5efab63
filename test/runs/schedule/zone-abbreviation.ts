import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The abbreviation of a time zone.",
  inputs: { "scheduled-at": "2024-11-24 18:00 CET" },
});
