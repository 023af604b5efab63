import { profiles } from "../../instance/profiles.ts";
import { posted } from "../../posted.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Sharkey would lose the quote with an edit: the edit is refused before anything is sent.",
  instance: { profile: profiles.sharkey },
  token: { scopes: ["read", "write"] },
  inputs: { status: "As they said before" },
  async arrange(world) {
    const quoted = world.instance.publish("They said so");
    world.inputs["edit-status-id"] = (await posted(world, { status: "As they said", quote_id: quoted.id })).id;
  },
  check({ instance }) {
    if (instance.requests.some(({ method }) => method === "PUT")) throw new Error("It was edited");
  },
});
