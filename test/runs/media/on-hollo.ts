import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Hollo has everything ready in its answer, and looks at no focus.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, focus: '0,0.5', description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: profiles.hollo },
});
