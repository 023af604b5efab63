import { scenario } from "../../scenario.ts";

export default scenario({
  what: "More options than the instance allows.",
  inputs: { status: "Which of these next?", poll: "options: [a, b, c, d, e]" },
});
