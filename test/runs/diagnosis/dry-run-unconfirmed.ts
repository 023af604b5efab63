import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for an account without a confirmed e-mail address fails.",
  instance: { account: { state: "unconfirmed" } },
  inputs: { "dry-run": "true" },
});
