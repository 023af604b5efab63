import { scenario } from "../../scenario.ts";

export default scenario({
  isFast: true,
  what: "The status is stored, but its answer breaks off: unknown.",
  faults: [{ method: "POST", cut: true }],
});
