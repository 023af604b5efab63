import { throttled } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rate limit that does not tell when it ends: 10, then 20 seconds are waited.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  faults: [{ method: "POST", path: "/api/v1/statuses", times: 2, answer: throttled() }],
  check({ instance }) {
    const keys = instance.requests
      .filter(({ method }) => method === "POST")
      .map(({ headers }) => headers["idempotency-key"]);
    if (keys.length !== 3 || keys[0] !== keys[1]) throw new Error(`Keys: ${keys}`);
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
