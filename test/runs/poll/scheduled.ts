import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll of a status that comes later.",
  inputs: { status: "Which of these next?", poll: "options: [a, b]", "scheduled-at": "2 days" },
});
