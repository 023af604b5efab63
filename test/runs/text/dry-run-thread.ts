import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run of a thread shows each part, count and limit, what was cut and who was guarded.",
  event: "release.published.long",
  inputs: {
    "dry-run": "true",
    overflow: "thread",
    "max-parts": "3",
    status: "{{ release.title }}\n\n{{ release.body | plain_text }}\n\n{{ release.html_url }}",
  },
});
