import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A page instead of an answer, and then 503: it cannot be told whether this is an instance.",
  faults: [
    { method: "POST", answer: html(404, "Not Found") },
    { answer: html(503, "Service Unavailable"), times: Infinity },
  ],
});
