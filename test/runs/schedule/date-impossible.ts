import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A day that the month does not have.",
  inputs: { "scheduled-at": "2023-02-29" },
});
