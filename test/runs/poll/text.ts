import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text instead of a mapping.",
  inputs: { status: "Which of these next?", poll: "a, b" },
});
