import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run finds a token that is no longer valid.",
  token: { state: "revoked" },
  inputs: { "dry-run": "true" },
});
