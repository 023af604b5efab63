import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Of a thread its first part is pinned.",
  inputs: { status: "One\n---\nTwo", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
});
