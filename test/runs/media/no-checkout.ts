import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Nothing matches in an empty workspace.",
  inputs: { status: "A picture of the release", media: "docs/*.png" },
});
