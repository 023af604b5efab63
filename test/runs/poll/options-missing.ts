import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No options.",
  inputs: { status: "Which of these next?", poll: "expires-in: 1 day" },
});
