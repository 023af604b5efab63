import { scenario } from "../../scenario.ts";

export default scenario({
  what: "There is no such name.",
  inputs: { "instance-url": `https://${"a".repeat(64)}.example` },
});
