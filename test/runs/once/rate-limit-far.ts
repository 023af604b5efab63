import { tooManyRequests } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A rate limit ends after `timeout`: the step fails at once, and says when.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  arrange({ instance }) {
    instance.fault({
      method: "POST",
      path: "/api/v1/statuses",
      times: 9,
      answer: tooManyRequests(new Date(Date.now() + 3 * 3_600_000)),
    });
  },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
