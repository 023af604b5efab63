import { profiles } from "../../instance/profiles.ts";
import { ago, DAY, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What the post was written as is answered with an error that says 200: that is a doubt, and no other text.",
  instance: { profile: profiles.hollo },
  inputs: { status: "{{ release.title }}\n\n- one fix\n- two *more*\n\n{{ release.html_url }}" },
  token: { scopes: ["write:statuses", "read:statuses", "profile"] },
  earlier: [{}],
  async arrange(world) {
    await world.time.pass(DAY);
    await rerun(world, ago(MINUTE));
  },
  faults: [{ path: /\/source$/, answer: { status: 200, body: '{"error":"Try again"}' } }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
