import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Values that are none: no unit, no boolean, one option, an empty one.",
  inputs: {
    status: "Which of these next?",
    poll: '{options: [""], expires-in: soon, multiple: maybe, hide-totals: 1}',
  },
});
