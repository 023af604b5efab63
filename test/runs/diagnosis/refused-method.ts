import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A web server in front of the instance lets no POST through.",
  faults: [{ method: "POST", answer: html(405, "Not Allowed") }],
});
