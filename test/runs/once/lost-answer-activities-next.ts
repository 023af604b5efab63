import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "activities.next loses the answer, and says 401 to a token that may not tell whose it is: the token is alive, so the status may be there, and the key is sent once more.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  instance: { profile: profiles.activitiesNext },
  token: { scopes: ["write:statuses"] },
  faults: [{ method: "POST", path: "/api/v1/statuses", answerAfter: { status: 503, body: '{"error":"Overloaded"}' } }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
