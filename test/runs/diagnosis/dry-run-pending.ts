import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for an account that waits for approval fails.",
  instance: { account: { state: "pending" } },
  inputs: { "dry-run": "true" },
});
