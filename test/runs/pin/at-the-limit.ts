import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Five are pinned already: they are listed.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  arrange({ instance }) {
    for (const text of ["One", "Two", "Three", "Four", "Five"]) instance.publish(text, { pinnedAt: new Date() });
  },
});
