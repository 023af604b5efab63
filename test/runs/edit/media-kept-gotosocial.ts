import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { posted, uploaded } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Media that are not named stay, with their descriptions, on GoToSocial.",
  instance: { profile: profiles.gotosocial },
  files: { "new.png": png().bytes },
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  async arrange(world) {
    const media = await uploaded(world, "A boat");
    world.inputs["edit-status-id"] = (await posted(world, { status: "Old", media_ids: [media] })).id;
  },
});
