import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const { mastodon45 } = profiles;
const { features } = mastodon45;

export default scenario({
  what: "A server that knows only version 1 of the upload.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: { ...mastodon45, features: { ...features, media: { ...features.media, uploads: ["v1"] } } } },
});
