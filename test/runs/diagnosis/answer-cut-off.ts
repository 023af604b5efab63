import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is stored, but its answer breaks off: unknown.",
  faults: [{ method: "POST", cut: true }],
});
