import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The connection breaks twice while the instance is asked for its limit: nothing is posted.",
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: "/api/v2/instance", reset: "before", times: 2 }],
});
