import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for a frozen account fails with the server's sentence.",
  instance: { account: { state: "frozen" } },
  inputs: { "dry-run": "true" },
});
