import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Forgejo: its own server, and variables that it does not set.",
  event: "release.published",
  env: {
    GITEA_ACTIONS: "true",
    FORGEJO_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://codeberg.org",
    GITHUB_API_URL: "https://codeberg.org/api/v1",
    GITHUB_WORKFLOW: undefined,
    GITHUB_RUN_ATTEMPT: undefined,
  },
  inputs: { status: "{{ release.title }} ({{ github.workflow | default: 'no name' }}, try {{ github.run_attempt }})" },
});
