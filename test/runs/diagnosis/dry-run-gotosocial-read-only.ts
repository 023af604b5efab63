import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run on a server without token/info asks it harmless questions instead.",
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["read"] },
  inputs: { "dry-run": "true" },
});
