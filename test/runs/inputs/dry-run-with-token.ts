import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with URL and token tells whose account it is.",
  inputs: { "dry-run": "true" },
});
