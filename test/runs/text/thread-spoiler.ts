import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Each part of a thread has the content warning, and replies are unlisted where the first part came out public.",
  inputs: {
    overflow: "thread",
    "spoiler-text": "Release notes of {{ repository.name }} {{ release.version }}",
    status: "{{ release.title }} is out.\n\n{{ data.notes }}\n\n{{ release.html_url }}",
    data: JSON.stringify({ notes: "It does more, and does it better than before. ".repeat(14) }),
  },
});
