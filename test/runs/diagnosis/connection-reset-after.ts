import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The connection breaks after the status is stored: unknown, and told so.",
  faults: [{ method: "POST", reset: "after" }],
});
