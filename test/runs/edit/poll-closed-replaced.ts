import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A closed poll can be replaced.",
  inputs: { status: "New", poll: "{options: [Good, Bad], expires-in: 1 day}" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  async arrange(world) {
    world.inputs["edit-status-id"] = (
      await posted(world, { status: "Old", poll: { options: ["Yes", "No"], expires_in: 3555 } })
    ).id;
    world.instance.published()[0]!.poll!.expiresAt = new Date(Date.now() - 60_000);
  },
});
