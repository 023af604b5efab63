import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An overloaded instance does not tell its limit: nothing is cut to a guess, and nothing is posted.",
  inputs: { status: "This text has more than two hundred characters. ".repeat(12) },
  faults: [{ path: /instance/, answer: html(503, "Service Unavailable"), times: Infinity }],
});
