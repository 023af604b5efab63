import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Who may quote it.",
  inputs: { status: "Hello", "quote-approval-policy": "followers" },
});
