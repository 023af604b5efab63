import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with the token of an application fails.",
  token: { app: true, scopes: ["write:statuses"] },
  inputs: { "dry-run": "true" },
});
