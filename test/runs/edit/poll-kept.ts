import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll that is not named goes on until it closes.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  async arrange(world) {
    world.inputs["edit-status-id"] = (
      await posted(world, { status: "Old", poll: { options: ["Yes", "No"], expires_in: 3555 } })
    ).id;
  },
});
