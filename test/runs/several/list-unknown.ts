import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nobody knows what became of the first of two posts: the second is not tried.",
  event: "schedule",
  inputs: { data: "[one, two]", status: "Number {{ data }}", timeout: "20 seconds" },
  faults: [{ method: "POST", path: "/api/v1/statuses", times: Number.POSITIVE_INFINITY, answer: html(502) }],
});
