import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`released` on a server without keys looks for the post of `published`, and finds it.",
  event: "release.released",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.gotosocial },
  token: { scopes: ["write:statuses", "write:media", "profile", "read:statuses"] },
  earlier: [{ event: "release.published" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
