import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An option that holds a token is refused, unseen.",
  inputs: { status: "Which of these next?", poll: "options: [ghs_practice0token, b]" },
});
