import { scenario } from "../../scenario.ts";

export default scenario({
  what: "No answer within a minute, while the server goes on: the look finds the status.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", delay: 62_000 }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
