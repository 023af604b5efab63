import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A time without a unit: nobody can tell whether seconds or minutes were meant.",
  inputs: { timeout: "30" },
});
