import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Too little time to vote.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b], expires-in: 2 minutes}" },
});
