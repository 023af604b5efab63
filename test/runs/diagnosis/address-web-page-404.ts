import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is a web site: 404 to everything.",
  faults: [{ answer: html(404, "Not Found"), times: Infinity }],
});
