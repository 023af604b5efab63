import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`released` on a server without keys, with a token that may not look: the step is red rather than posting twice.",
  event: "release.released",
  instance: { profile: profiles.gotosocial },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
