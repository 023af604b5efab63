import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Under five minutes ahead.",
  inputs: { "scheduled-at": "3 minutes 20 seconds" },
});
