import { mp4, png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const { gotosocial } = profiles;
const { features } = gotosocial;

export default scenario({
  what: "The server cannot process one of three files: nothing is posted, and what is up is deleted.",
  inputs: {
    status: "Three pictures of the release",
    media: "{file: '*.*', description: A picture}",
  },
  files: { "a.png": png().bytes, "b.mp4": mp4().bytes, "c.png": png(3).bytes },
  instance: {
    profile: {
      ...gotosocial,
      features: {
        ...features,
        media: { ...features.media, later: ["video"], processingFails: true, mixed: null, deletion: true },
      },
    },
  },
});
