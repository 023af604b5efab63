import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The server is down, so nobody knows whether there is something to edit.",
  event: "release.edited",
  inputs: { "edit-status-id": "auto", timeout: "1 minute" },
  token: { scopes: ["write:statuses", "write:media", "read:statuses", "profile"] },
  faults: [{ method: "GET", path: /^\/api\/v1\/accounts/, times: Infinity, answer: html(502) }],
});
