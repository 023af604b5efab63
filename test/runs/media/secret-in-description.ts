import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An alt text that holds the token is refused, unseen.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: 'My token is ghs_practice0token'}",
  },
  files: { "docs/shot.png": png().bytes },
});
