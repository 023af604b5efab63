import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is a server that answers 200 with nothing in it.",
  faults: [{ answer: { status: 200 }, times: Infinity }],
});
