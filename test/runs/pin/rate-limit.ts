import { throttled } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rate limit at the pin.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  faults: [{ path: /\/pin$/, answer: throttled() }],
});
