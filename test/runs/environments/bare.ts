import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No variable of a runner at all: the inputs alone are enough for a text.",
  event: null,
  env: Object.fromEntries(
    "ACTIONS ACTION ACTOR API_URL EVENT_NAME EVENT_PATH JOB OUTPUT REF REF_NAME REF_TYPE REPOSITORY RUN_ATTEMPT RUN_ID RUN_NUMBER SERVER_URL SHA STEP_SUMMARY WORKFLOW WORKSPACE"
      .split(" ")
      .map((name) => [`GITHUB_${name}`, undefined]),
  ),
  inputs: { status: "Hello from {{ github.server_url }}, {{ repository | default: 'no repository' }}" },
});
