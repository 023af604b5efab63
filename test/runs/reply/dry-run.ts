import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run tells what it would reply to, and asks nothing.",
  inputs: { status: "Thank you!", "in-reply-to-id": "https://elsewhere.example/@alice/1", "dry-run": "true" },
});
