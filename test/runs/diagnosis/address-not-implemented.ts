import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is a file server, which answers 501 to a POST: no instance, so nothing is posted.",
  faults: [
    { method: "POST", answer: html(501, "Unsupported method") },
    { answer: html(404, "File not found"), times: Infinity },
  ],
});
