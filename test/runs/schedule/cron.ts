import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A cron expression, as under `on: schedule`.",
  inputs: { "scheduled-at": "0 9 * * 1" },
});
