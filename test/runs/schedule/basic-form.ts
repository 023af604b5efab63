import { scenario } from "../../scenario.ts";

export default scenario({
  what: "ISO 8601 without hyphens and colons.",
  inputs: { "scheduled-at": "20241124T180000Z" },
});
