import { profiles } from "../../instance/profiles.ts";
import { posted } from "../../posted.ts";
import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An announcement is up on Mitra, and the quote of it with the same text is not: a re-run posts the quote.",
  inputs: { status: "Out now: {{ release.title }}" },
  instance: { profile: profiles.mitra },
  token: { scopes: ["read", "write"] },
  async arrange(world) {
    const { id } = await posted(world, { status: "Out now: undici 7.2.0" });
    world.inputs["quoted-status-id"] = id;
    await rerun(world, ago(10 * MINUTE));
  },
  check({ instance }) {
    if (instance.published().length !== 2) throw new Error("The quote is not posted");
  },
});
