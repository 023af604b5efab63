import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A private mention cannot be pinned.",
  inputs: { status: "Hello", visibility: "direct", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
});
