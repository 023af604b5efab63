import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An option with a colon becomes a mapping in YAML.",
  inputs: { status: "Which of these next?", poll: "options:\n  - Yes: please\n  - No" },
});
