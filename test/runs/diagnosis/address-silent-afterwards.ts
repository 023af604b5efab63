import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A page instead of an answer, and then silence: it cannot be told whether this is an instance.",
  inputs: { timeout: "1 second" },
  faults: [{ method: "POST", answer: html(404, "Not Found") }, { delay: 20_000 }],
});
