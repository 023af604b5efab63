import { profiles } from "../../instance/profiles.ts";
import { MINUTE } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Two workflows that share an `idempotency-key` share one post: the second is told what is up.",
  inputs: { status: "The docs of {{ release.title }} are online", "idempotency-key": "release {{ release.tag_name }}" },
  instance: { profile: profiles.mastodon45 },
  earlier: [
    {
      inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
      env: { GITHUB_WORKFLOW_REF: "nodejs/undici/.github/workflows/announce.yml@refs/tags/v7.2.0" },
      pause: 5 * MINUTE,
    },
  ],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
