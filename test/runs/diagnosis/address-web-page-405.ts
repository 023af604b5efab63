import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The URL is a static web site: no POST, and its own pages for everything else.",
  faults: [
    { method: "POST", answer: html(405, "Not Allowed"), times: Infinity },
    { path: /^\/api\//, answer: html(404, "Not Found"), times: Infinity },
    { answer: html(200, "Welcome"), times: Infinity },
  ],
});
