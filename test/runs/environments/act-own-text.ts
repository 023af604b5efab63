import { scenario } from "../../scenario.ts";

export default scenario({
  what: "act without an event file, with a text that needs none.",
  event: null,
  env: {
    ACT: "true",
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: "no-such-file.json",
    GITHUB_API_URL: undefined,
    GITHUB_SERVER_URL: undefined,
    GITHUB_RUN_ID: "1",
    RUNNER_TEMP: undefined,
  },
  inputs: { status: "{{ repository.full_name }} at {{ repository.html_url }}{{ release.tag_name | default: '' }}" },
});
