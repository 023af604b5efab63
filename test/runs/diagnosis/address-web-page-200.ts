import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is a web application that answers 200 and the same page to everything: nothing is posted.",
  faults: [{ answer: html(200, "My homepage"), times: Infinity }],
});
