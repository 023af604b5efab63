import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The output of a step was pasted into the template, and Liquid cannot read it.",
  inputs: { status: "New: use {% raw in your templates" },
});
