import { sentWithKey, undici } from "../../announced.ts";
import { profiles } from "../../instance/profiles.ts";
import { ago, HOUR, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Akkoma repeats the refusal that an earlier attempt got: the next key posts.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.akkoma },
  async arrange(world) {
    await sentWithKey(world, undici, { status: "" });
    await rerun(world, ago(HOUR));
  },
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
