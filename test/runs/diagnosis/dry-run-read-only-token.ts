import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with a token that may only read fails: it could not post.",
  token: { scopes: ["read"] },
  inputs: { "dry-run": "true" },
});
