import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The announcement of a release, an hour later.",
  inputs: { "scheduled-at": "1 hour" },
});
