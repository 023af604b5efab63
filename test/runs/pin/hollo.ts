import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Posted and pinned on Hollo.",
  inputs: { status: "Hello", pin: "true" },
  token: { scopes: ["write:statuses", "write:accounts", "read:statuses", "profile"] },
  instance: { profile: profiles.hollo },
});
