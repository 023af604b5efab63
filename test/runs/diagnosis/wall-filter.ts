import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A filter in front of the instance minds this one request; others come through.",
  faults: [{ method: "POST", answer: html(403, "Forbidden") }],
});
