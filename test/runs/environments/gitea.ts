import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Gitea: its own server, fewer variables, and inputs of an enclosing composite action, which are only told.",
  event: "release.published",
  env: {
    GITEA_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://gitea.example.org",
    GITHUB_API_URL: "https://gitea.example.org/api/v1",
    GITHUB_REF_NAME: undefined,
    GITHUB_REF_TYPE: undefined,
    GITHUB_STEP_SUMMARY: undefined,
    "INPUT_NODE-VERSION": "24",
  },
  inputs: { status: "{{ release.title }}, {{ github.ref_type }} {{ github.ref_name }}\n{{ github.run_url }}" },
});
