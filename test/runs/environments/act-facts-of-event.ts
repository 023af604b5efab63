import { scenario } from "../../scenario.ts";

export default scenario({
  what: "act without an event file, with a template that names the event's facts.",
  event: null,
  env: { ACT: "true", GITHUB_EVENT_NAME: "push" },
  inputs: { status: "{{ event.head_commit.message }}" },
});
