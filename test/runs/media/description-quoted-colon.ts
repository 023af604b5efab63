import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A description that begins with a quoted word and a colon.",
  inputs: { media: '- file: a.png\n  description: "Speed": faster than ever' },
});
