import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Akkoma says 202 to what is ready: it has its url, so nobody asks.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, focus: '0,0.5', description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: profiles.akkoma },
});
