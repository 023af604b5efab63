import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that takes three seconds is waited for.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", delay: 3000 }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
