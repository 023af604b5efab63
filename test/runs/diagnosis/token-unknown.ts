import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The token is none of this instance: cut off when it was copied, or forgotten there.",
  inputs: { "access-token": "practice-token-cut-o" },
});
