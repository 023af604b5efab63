import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`max-parts` ends a thread early: its last part is cut, and says so.",
  event: "release.published.long",
  inputs: {
    overflow: "thread",
    "max-parts": "2",
    status: "{{ release.title }}: {{ release.html_url }}\n\n{{ release.body | plain_text }}",
  },
});
