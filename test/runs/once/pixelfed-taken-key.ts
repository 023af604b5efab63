import { apiError, html } from "../../instance/faults.ts";
import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed refuses a key that was used: what the lost request stored is found.",
  inputs: { media: "photo.png", status: "Out now: {{ release.title }}\n\n{{ release.html_url }}" },
  files: { "photo.png": png().bytes },
  instance: { profile: profiles.pixelfed },
  faults: [
    { method: "POST", path: "/api/v1/statuses", answerAfter: apiError(500, "Server Error") },
    { method: "GET", path: /\/api\/v1\/accounts\/.*statuses/, times: 4, answer: html(502) },
  ],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
