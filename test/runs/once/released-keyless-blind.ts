import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`released` on a server without keys, with a token that may not look: it is posted, with a warning.",
  event: "release.released",
  instance: { profile: profiles.gotosocial },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
