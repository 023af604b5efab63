import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Another poll replaces it, votes and all.",
  inputs: { status: "New", poll: "{options: [Yes, No, Perhaps], expires-in: 1 day}" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  async arrange(world) {
    world.inputs["edit-status-id"] = (
      await posted(world, { status: "Old", poll: { options: ["Yes", "No"], expires_in: 3555 } })
    ).id;
  },
});
