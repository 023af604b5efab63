import { scenario } from "../../scenario.ts";

export default scenario({
  what: "act without an event file: the step says what it lacks.",
  event: null,
  env: { ACT: "true", GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: undefined },
});
