import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is stored, but a web page comes back: unknown.",
  faults: [{ method: "POST", answerAfter: html(200, "Welcome") }],
});
