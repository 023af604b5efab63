import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Every try is lost: after four the step is red, and says that nothing was seen.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", timeout: "20 minutes" },
  faults: [{ method: "POST", path: "/api/v1/statuses", times: 9, reset: "before" }],
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
