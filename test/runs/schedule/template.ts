import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template makes the time, and everything else is as for a post: poll, warning, language.",
  inputs: {
    status: "Which one?",
    "spoiler-text": "A question",
    language: "en",
    visibility: "unlisted",
    poll: "{options: [this, that], expires-in: 1 day}",
    data: "{delay: 90 minutes}",
    "scheduled-at": "{{ data.delay }}",
  },
});
