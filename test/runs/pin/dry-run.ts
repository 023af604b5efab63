import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run pins nothing.",
  inputs: { status: "Hello", "dry-run": "true", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
});
