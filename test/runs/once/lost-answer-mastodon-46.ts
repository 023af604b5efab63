import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon 4.6.0 answers a repeated key by 500: with the token blind, it stays open whether it is posted.",
  inputs: { status: "Out now: {{ release.title }}\n\n{{ release.html_url }}", visibility: "private" },
  instance: { profile: profiles.mastodon46 },
  faults: [{ method: "POST", path: "/api/v1/statuses", reset: "after" }],
  check({ instance }) {
    if (instance.published().length !== 1) throw new Error("Not exactly one post");
  },
});
