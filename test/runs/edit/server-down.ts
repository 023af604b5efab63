import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server is out of order before anything is sent.",
  inputs: { status: "New" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ path: /^\/api\/v1\/statuses\//, times: Infinity, answer: html(502) }],
  arrange({ instance, inputs }) {
    const { id } = instance.publish("Old", { visibility: "unlisted", language: "de" });
    inputs["edit-status-id"] = id;
  },
});
