import { apiError } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server does not describe itself; the quote is sent all the same.",
  inputs: { status: "Well said" },
  arrange({ instance, inputs, name }) {
    const { id } = instance.publish("Look at this", { username: "alice" });
    name(id, "<her id>");
    inputs["quoted-status-id"] = id;
  },
  faults: [{ path: /^\/api\/v[12]\/instance/, times: 2, answer: apiError(404, "Not Found") }],
});
