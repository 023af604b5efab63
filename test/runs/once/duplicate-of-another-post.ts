import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Another post has used the key: the summary shows that post whole, without the poll and the warning that were not sent.",
  inputs: {
    status: "Will you update to {{ release.title }}?",
    "spoiler-text": "A question",
    poll: "{ options: [Now, Later], expires-in: 1 day }",
    "idempotency-key": "release {{ release.tag_name }}",
  },
  instance: { profile: profiles.mastodon45 },
  earlier: [
    {
      inputs: { status: "Out now: {{ release.title }}", "spoiler-text": "Release", poll: "" },
      env: { GITHUB_ACTION: "first" },
    },
  ],
});
