import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Line breaks in an option become spaces: a poll's options are one line each.",
  inputs: { status: "Which of these next?", poll: JSON.stringify({ options: ["one\nline", " two "] }) },
});
