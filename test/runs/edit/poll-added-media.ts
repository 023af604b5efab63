import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.5 takes no media beside a poll: what was uploaded is deleted.",
  files: { "dot.png": png().bytes },
  instance: { profile: profiles.mastodon45 },
  inputs: { status: "New", media: "{file: dot.png, description: A dot}" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  async arrange(world) {
    world.inputs["edit-status-id"] = (
      await posted(world, { status: "Old", poll: { options: ["Yes", "No"], expires_in: 3555 } })
    ).id;
  },
});
