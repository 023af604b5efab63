import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The key finds the post there already, after the upload: what this run uploaded is deleted again.",
  event: "release.published",
  inputs: { media: "{file: photo.png, description: A terminal}" },
  instance: { profile: profiles.mastodon45 },
  files: { "photo.png": png().bytes },
  earlier: [{ pause: 60_000 }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
    if (instance.media().length !== 1) throw new Error("A file is left behind");
  },
});
