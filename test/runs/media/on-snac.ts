import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "snac has version 1 of its description alone, and lets nobody ask for a file.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, focus: '0,0.5', description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: profiles.snac },
});
