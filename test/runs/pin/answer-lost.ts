import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer to the pin is lost; it is pinned.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  faults: [{ path: /\/pin$/, reset: "after" }],
});
