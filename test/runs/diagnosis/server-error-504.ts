import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The web server in front of the instance gets no answer from it: unknown.",
  faults: [{ answer: html(504, "Gateway Time-out"), times: Infinity }],
});
