import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An alt text that YAML cannot read, since it holds a colon and no quotes.",
  inputs: { status: "A picture of the release", media: "file: docs/shot.png\ndescription: Version 2: the return" },
});
