import { expect } from "vitest";
import { mp4 } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const { mastodon45 } = profiles;
const { features } = mastodon45;

export default scenario({
  what: "A video that the server processes for a while: 202, then 206 until it is ready, with a line about it.",
  inputs: { status: "A film", media: "{file: demo.mp4, description: The cursor opens a file}" },
  files: { "demo.mp4": mp4().bytes },
  instance: {
    profile: { ...mastodon45, features: { ...features, media: { ...features.media, processing: { requests: 3 } } } },
  },
  check({ outcome }) {
    expect(outcome.stdout).toContain("Uploading demo.mp4: the server is still processing it");
  },
});
