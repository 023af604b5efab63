import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run shows the poll.",
  inputs: {
    status: "Which of these next?",
    poll: "{options: [a, b], multiple: true, expires-in: 1 week}",
    "dry-run": "true",
    "instance-url": "",
    "access-token": "",
  },
});
