import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Posted and pinned on Akkoma.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write", "read"] },
  instance: { profile: profiles.akkoma },
});
