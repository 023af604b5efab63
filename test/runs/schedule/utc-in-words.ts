import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`GMT` in place of `Z`.",
  inputs: { "scheduled-at": "2024-11-24 18:00 GMT" },
});
