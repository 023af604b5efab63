import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An alt text longer than the instance takes is refused before anything goes up.",
  inputs: {
    status: "A picture of the release",
    media: `{file: docs/shot.png, description: "${"long ".repeat(2500)}"}`,
  },
  files: { "docs/shot.png": png().bytes },
});
