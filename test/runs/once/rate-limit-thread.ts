import { throttled } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rate limit in the middle of a thread: the rest follows after it.",
  inputs: { status: "One\n---\nTwo" },
  faults: [{ method: "POST", path: "/api/v1/statuses", after: 1, answer: throttled({ retryAfter: "20" }) }],
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error(`Not 2: ${instance.published().length}`);
  },
});
