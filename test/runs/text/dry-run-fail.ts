import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run refuses what a real one would refuse.",
  inputs: { "dry-run": "true", overflow: "fail", status: "Many words that nobody reads. ".repeat(20) },
});
