import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An option that YAML cannot read.",
  inputs: { status: "Which of these next?", poll: "options:\n  - Yes: 'it is\n  - No" },
});
