import { apiError } from "../../instance/faults.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server does not describe itself, and names the status to quote by another parameter: the post quotes it.",
  instance: { profile: profiles.mitra },
  inputs: { status: "Well said" },
  token: { scopes: ["read", "write"] },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
  },
  faults: [{ path: /^\/api\/v[12]\/instance/, times: 2, answer: apiError(404, "Not Found") }],
  check({ instance }) {
    if (!instance.published().at(-1)?.quote) throw new Error("The post quotes nothing");
  },
});
