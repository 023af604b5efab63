import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Who may quote it, on Hollo.",
  instance: { profile: profiles.hollo },
  inputs: { status: "Hello", "quote-approval-policy": "nobody" },
});
