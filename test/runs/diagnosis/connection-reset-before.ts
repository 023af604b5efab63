import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The connection breaks before anything is stored; nobody can know, so: unknown.",
  faults: [{ method: "POST", reset: "before", times: Infinity }],
});
