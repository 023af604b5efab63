import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A moved account posts on Mastodon 4.6, and is told where its followers are.",
  instance: { others: ["alice"], account: { movedTo: "alice" } },
});
