import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status for followers can be pinned.",
  inputs: { status: "Hello", visibility: "private", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
});
