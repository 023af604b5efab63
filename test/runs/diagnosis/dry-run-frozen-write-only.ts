import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for a frozen account fails though the token may not tell whose it is.",
  instance: { account: { state: "frozen" } },
  token: { scopes: ["write:statuses"] },
  inputs: { "dry-run": "true" },
});
