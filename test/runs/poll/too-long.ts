import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll that runs for longer than the instance allows.",
  inputs: { status: "Which of these next?", poll: "{options: [a, b], expires-in: 10 weeks}" },
});
