import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`timeout` bounds a server that does not answer: it may have posted.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", timeout: "5 seconds" },
  faults: [{ method: "POST", path: "/api/v1/statuses", times: 9, delay: 60_000 }],
});
