import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The time limit is over before the pin is answered: the status stays, and the pin is left open.",
  inputs: { status: "Hello", pin: "true", timeout: "1 second" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  faults: [{ path: /\/pin$/, delay: 60_000 }],
});
