import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The same notes as plain text behind a content warning of the same attacker, cut to the limit.",
  event: "release.published.hostile",
  inputs: {
    status: "{{ release.body | plain_text | fit }}\n\n{{ release.html_url }}",
    "spoiler-text": "{{ release.name }}",
  },
});
