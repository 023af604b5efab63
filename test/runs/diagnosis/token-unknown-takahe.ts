import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Takahē answers a token that it does not know with 400.",
  instance: { profile: profiles.takahe },
  inputs: { status: "Out now", "access-token": "nonsense" },
});
