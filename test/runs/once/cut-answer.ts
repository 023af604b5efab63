import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The answer breaks off in the middle: the status is found.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", cut: true }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
