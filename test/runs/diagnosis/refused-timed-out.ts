import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A web server in front of the instance says that the request timed out: unknown.",
  faults: [{ method: "POST", answer: html(408, "Request Timeout") }],
});
