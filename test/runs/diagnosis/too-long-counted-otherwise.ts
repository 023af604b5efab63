import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A server that counts links in full refuses a text that Mastodon would take.",
  inputs: { status: `${"A long story. ".repeat(30)}https://example.com/${"x".repeat(90)}` },
  faults: [{ method: "POST", answer: apiError(422, "The status is over the character limit") }],
});
