import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A list, where the options stand under a key.",
  inputs: { status: "Which of these next?", poll: "- a\n- b" },
});
