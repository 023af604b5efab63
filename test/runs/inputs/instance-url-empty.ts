import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty URL: a variable that was not granted to this job.",
  inputs: { "instance-url": "" },
});
