import { apiError } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The same on Mastodon 4.2, which cannot delete files and purges them within a day: no word about it.",
  inputs: {
    status: "A picture of the release",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: profiles.mastodon42 },
  faults: [
    {
      method: "POST",
      path: "/api/v1/statuses",
      answer: apiError(422, "Validation failed: Text contained a disallowed hashtag: x"),
    },
  ],
});
