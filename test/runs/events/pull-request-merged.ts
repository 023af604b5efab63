import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A merged pull request from a fork: its author's words and name ping nobody.",
  event: "pull_request.fork.merged",
  inputs: {
    status:
      "Merged: {{ event.pull_request.title }} by @{{ event.pull_request.user.login }}\n{{ event.pull_request.html_url }}",
  },
});
