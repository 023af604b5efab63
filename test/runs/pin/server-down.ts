import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server breaks at the pin: perhaps it is pinned.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  faults: [{ path: /\/pin$/, answer: html(502) }],
});
