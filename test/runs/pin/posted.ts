import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status is posted and pinned.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
});
