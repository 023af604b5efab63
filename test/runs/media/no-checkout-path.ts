import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A path in an empty workspace.",
  inputs: { status: "A picture of the release", media: "docs/shot.png" },
});
