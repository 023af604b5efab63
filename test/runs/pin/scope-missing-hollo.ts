import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The scope that pinning takes is named.",
  inputs: { status: "Hello", pin: "true" },

  instance: { profile: profiles.hollo },
});
