import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nobody can quote a private status, whatever is asked: no word about it.",
  inputs: { status: "Hello", visibility: "private", "quote-approval-policy": "public" },
});
