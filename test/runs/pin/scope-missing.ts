import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The scope that pinning takes is named; the status is up.",
  inputs: { status: "Hello", pin: "true" },
});
