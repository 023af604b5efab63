import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What was there already is pinned, too.",
  inputs: { status: "Hello", "duplicate-check": "1 day", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  arrange({ instance }) {
    instance.publish("Hello", { createdAt: new Date(Date.now() - 3_600_000) });
  },
});
