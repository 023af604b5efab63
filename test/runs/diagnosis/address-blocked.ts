import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The instance's block list keeps the runner's address out, in plain text.",
  faults: [
    {
      answer: { status: 403, headers: { "content-type": "text/plain" }, body: "deny from blocklist" },
      times: Infinity,
    },
  ],
});
