import { mp4, png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const { gotosocial } = profiles;
const { features } = gotosocial;

export default scenario({
  what: "GoToSocial takes a video beside an image.",
  inputs: {
    status: "A picture of the release",
    media: "- {file: a.png, description: One}\n- {file: demo.mp4, description: Two}",
  },
  files: { "a.png": png().bytes, "demo.mp4": mp4().bytes },
  instance: { profile: { ...gotosocial, features: { ...features, media: { ...features.media, mixed: null } } } },
});
