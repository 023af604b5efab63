import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer is lost after the status was stored: a look finds it, and nothing is sent again.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "after" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
