import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The word of the web interface.",
  inputs: { status: "Hello", "quote-approval-policy": "Just me" },
});
