import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`timeout` bounds waiting: a lost answer whose fate is not known by then.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", timeout: "60 seconds" },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "before" }],
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error(`Not 0: ${instance.published().length}`);
  },
});
