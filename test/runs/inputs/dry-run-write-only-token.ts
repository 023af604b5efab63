import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with a token that may post but not tell whose it is.",
  token: { scopes: ["write:statuses"] },
  inputs: { "dry-run": "true" },
});
