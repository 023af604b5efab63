import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A pull request from a fork gets no secrets.",
  event: "pull_request.fork",
  inputs: { "access-token": "", status: "{{ event.pull_request.title }}" },
});
