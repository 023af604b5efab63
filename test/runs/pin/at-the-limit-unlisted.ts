import { scenario } from "../../scenario.ts";

export default scenario({
  what: "At the limit, with a token that may not read the list.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts"] },
  arrange({ instance }) {
    for (const text of ["One", "Two", "Three", "Four", "Five"])
      instance.publish(text, { pinnedAt: new Date(), visibility: "private" });
  },
});
