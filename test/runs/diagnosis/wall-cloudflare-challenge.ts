import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Cloudflare wants proof of a human.",
  faults: [
    {
      answer: {
        ...html(403, "Just a moment..."),
        headers: { "content-type": "text/html", "cf-mitigated": "challenge" },
      },
    },
  ],
});
