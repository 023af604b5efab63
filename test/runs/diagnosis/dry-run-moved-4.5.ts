import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for a moved account fails on Mastodon 4.5, which lets it post no more.",
  instance: { profile: profiles.mastodon45, others: ["alice"], account: { movedTo: "alice" } },
  inputs: { "dry-run": "true" },
});
