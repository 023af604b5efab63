import { mp4 } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const { mastodon45 } = profiles;
const { features } = mastodon45;

export default scenario({
  what: "A video that the server cannot process: nothing is posted, and what is up is deleted.",
  inputs: { status: "A film", media: "{file: demo.mp4, description: The cursor opens a file}" },
  files: { "demo.mp4": mp4().bytes },
  instance: {
    profile: { ...mastodon45, features: { ...features, media: { ...features.media, processingFails: true } } },
  },
});
