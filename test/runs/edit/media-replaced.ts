import { png } from "../../instance/files.ts";
import { posted, uploaded } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "New media replace the old ones.",
  files: { "new.png": png().bytes },
  inputs: { status: "New", media: "{file: new.png, description: A dot}" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },

  async arrange(world) {
    const media = await uploaded(world, "A boat");
    world.inputs["edit-status-id"] = (await posted(world, { status: "Old", media_ids: [media] })).id;
  },
});
