import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The instance is overloaded and says when to come again: unknown.",
  faults: [
    {
      method: "POST",
      answer: { ...html(503, "Service Unavailable"), headers: { "content-type": "text/html", "retry-after": "30" } },
      times: Infinity,
    },
  ],
});
