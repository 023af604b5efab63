import { mastodon46 } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6 answers 500 to an `idempotency-key` that another text has used: nothing is posted, and the key is named.",
  instance: { profile: mastodon46 },
  inputs: { status: "Neu: {{ release.title }}", language: "de", "idempotency-key": "{{ release.tag_name }}" },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  earlier: [{ inputs: { status: "Out now: {{ release.title }}", language: "en" } }],
});
