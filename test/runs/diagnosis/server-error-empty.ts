import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Hollo's 500 has an empty body: unknown.",
  faults: [{ method: "POST", answer: { status: 500 }, times: Infinity }],
});
