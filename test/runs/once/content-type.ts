import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A status comes back as `text/plain`: it is posted all the same.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", contentType: "text/plain" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
