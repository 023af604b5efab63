import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Cloudflare keeps the runner out by a bare code.",
  faults: [{ answer: { status: 403, headers: { "content-type": "text/plain" }, body: "error code: 1010" } }],
});
