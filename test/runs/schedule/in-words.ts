import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time in words.",
  inputs: { "scheduled-at": "tomorrow at 9" },
});
