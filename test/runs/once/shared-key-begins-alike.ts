import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const key = "release-{{ release.tag_name }}";

export default scenario({
  what: "Two steps share an `idempotency-key` on Akkoma, the text of the first is the end of the second's, and the token may not read how it was written: the second says that the first has the key.",
  inputs: { status: "Again: out now, {{ release.title }}", "idempotency-key": key },
  instance: { profile: profiles.akkoma },
  earlier: [{ inputs: { status: "Out now, {{ release.title }}", "idempotency-key": key } }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
