import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon before 4.6 takes no media beside a poll: said before anything goes up.",
  inputs: {
    status: "Which of these next?",
    poll: "options: [a, b]",
    media: "{file: docs/shot.png, description: A terminal that prints the new version}",
  },
  files: { "docs/shot.png": png().bytes },
  instance: { profile: profiles.mastodon45 },
});
