import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "At the limit of GoToSocial.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  instance: { profile: profiles.gotosocial },
  arrange({ instance }) {
    for (const text of ["One", "Two", "Three", "Four", "Five"]) instance.publish(text, { pinnedAt: new Date() });
  },
});
