import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The content warning counts as well; one that leaves no room for a text is refused.",
  inputs: { "spoiler-text": "A very long warning. ".repeat(30), status: "Hello" },
});
