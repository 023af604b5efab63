import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Seconds since 1970.",
  inputs: { "scheduled-at": "1732471200" },
});
