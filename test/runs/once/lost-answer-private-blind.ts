import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A followers-only status cannot be seen without `read:statuses`: the key makes sending it again safe.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", visibility: "private" },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "after" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
