import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The name of a time zone.",
  inputs: { "scheduled-at": "2024-11-24T18:00:00 Europe/Berlin" },
});
