import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A policy that there is none of.",
  inputs: { status: "Hello", "quote-approval-policy": "everyone" },
});
