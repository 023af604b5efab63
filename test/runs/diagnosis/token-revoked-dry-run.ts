import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run finds a dead token too.",
  inputs: { "dry-run": "true" },
  token: { state: "revoked" },
});
