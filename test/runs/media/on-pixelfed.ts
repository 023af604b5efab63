import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed says 202 without a url to everything, and 206 until it is ready.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, focus: '0,0.5', description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: profiles.pixelfed },
});
