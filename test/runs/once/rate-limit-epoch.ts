import { epoch, throttled } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rate limit whose end is told in seconds since 1970.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  arrange({ instance }) {
    instance.fault({
      method: "POST",
      path: "/api/v1/statuses",
      answer: throttled({ reset: epoch(new Date(Date.now() + 20_000)) }),
    });
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
