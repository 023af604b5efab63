import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A redirect that names no target, at a web site.",
  faults: [{ answer: { status: 302 }, times: Infinity }],
});
