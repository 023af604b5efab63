import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A pull request from a fork gets no secrets, and the author allows to skip.",
  event: "pull_request.fork",
  inputs: {
    "instance-url": "",
    "access-token": "",
    "on-missing-token": "skip",
    status: "{{ event.pull_request.title }}",
  },
});
