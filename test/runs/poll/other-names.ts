import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Keys that are called otherwise here, a near miss, and one that nobody knows.",
  inputs: { status: "Which of these next?", poll: "{choices: [a, b], duration: 1 day, multple: true, colour: red}" },
});
