import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server restarts and a proxy answers 502: two looks, then the second try posts.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", answer: html(502) }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
