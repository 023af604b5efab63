import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rehearsal of a list shows each post.",
  event: "pull_request.fork",
  inputs: {
    "instance-url": "",
    "access-token": "",
    "dry-run": "true",
    data: "[one, two]",
    status: "Number {{ data }}",
  },
});
