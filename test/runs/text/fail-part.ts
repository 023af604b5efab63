import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Of several parts, the one that is too long is named.",
  inputs: { overflow: "fail", status: `One\n---\n${"Many words that nobody reads. ".repeat(20)}` },
});
