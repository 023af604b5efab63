import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll stands in the first part of a thread.",
  inputs: { status: "Which of these next?\n---\nWhy I ask", poll: "options: [a, b]" },
});
