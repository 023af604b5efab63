import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The connection breaks while the instance is asked for its limit: it is asked once more, on a new one.",
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: "/api/v2/instance", reset: "before" }],
});
