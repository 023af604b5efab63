import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run for a moved account warns on Mastodon 4.6, which still lets it post.",
  instance: { others: ["alice"], account: { movedTo: "alice" } },
  inputs: { "dry-run": "true" },
});
