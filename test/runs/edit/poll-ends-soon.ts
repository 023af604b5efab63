import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A poll that ends within five minutes would be refused by the server.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  async arrange(world) {
    world.inputs["edit-status-id"] = (
      await posted(world, { status: "Old", poll: { options: ["Yes", "No"], expires_in: 3555 } })
    ).id;
    world.instance.published()[0]!.poll!.expiresAt = new Date(Date.now() + 120_000);
  },
});
