import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run warns of a pin that the token may not set.",
  token: { scopes: ["write:statuses", "profile"] },
  inputs: { "dry-run": "true", pin: "true" },
});
