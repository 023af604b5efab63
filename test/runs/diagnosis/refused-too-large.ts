import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A web server in front of the instance takes no request of this size.",
  faults: [{ method: "POST", answer: html(413, "Request Entity Too Large") }],
});
