import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A run that Dependabot started gets Dependabot's secrets only.",
  event: "push.commits",
  env: { GITHUB_ACTOR: "dependabot[bot]" },
  inputs: { "access-token": "", status: "{{ event.head_commit.message }}" },
});
