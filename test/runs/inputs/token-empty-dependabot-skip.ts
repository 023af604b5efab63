import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A run that Dependabot started, and the author allows to skip.",
  event: "push.commits",
  env: { GITHUB_ACTOR: "dependabot[bot]" },
  inputs: { "access-token": "", "on-missing-token": "skip", status: "{{ event.head_commit.message }}" },
});
