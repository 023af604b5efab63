import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for a limited account warns.",
  instance: { account: { limited: true } },
  inputs: { "dry-run": "true" },
});
