import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { posted, uploaded } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "activities.next gives an attachment another id than its upload had: an edit with a new image warns of nothing.",
  instance: { profile: profiles.activitiesNext },
  files: { "new.png": png().bytes },
  inputs: { status: "New", media: "{file: new.png, description: A dot}" },
  token: { scopes: ["read", "write"] },
  faults: [
    {
      method: "PUT",
      rewrite: (entity) =>
        entity.type === "image" ? { ...entity, id: "0199f6a0-0000-7000-8000-000000000001" } : entity,
    },
  ],

  async arrange(world) {
    const media = await uploaded(world, "A boat");
    world.inputs["edit-status-id"] = (await posted(world, { status: "Old", media_ids: [media] })).id;
  },
});
