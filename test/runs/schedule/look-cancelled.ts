import { ago, MINUTE, rerun } from "../../rerun.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Somebody cancelled what was scheduled, then the job is run again: it is scheduled anew, and that is said.",
  inputs: { status: "Out now: {{ release.title }}", "scheduled-at": "2 hours" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [{ result: "scheduled", pause: MINUTE }],
  async arrange(world) {
    const { instance } = world;
    const token = instance.createToken({ scopes: ["write"] });
    const path = `/api/v1/scheduled_statuses/${instance.scheduled()[0]!.id}`;
    const answer = await fetch(instance.origin + path, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(await answer.text());
    instance.requests.length = 0;
    await rerun(world, ago(5 * MINUTE));
  },
});
