import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty token is skipped only where secrets are withheld by design, not where one is missing.",
  inputs: { "access-token": "", "on-missing-token": "skip" },
});
