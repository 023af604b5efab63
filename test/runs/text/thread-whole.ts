import { scenario } from "../../scenario.ts";

export default scenario({
  what: "With room for enough parts a thread holds all of the notes.",
  event: "release.published.long",
  instance: { maxCharacters: 5000 },
  inputs: {
    overflow: "thread",
    visibility: "public",
    status: "{{ release.title }}\n\n{{ release.body | plain_text }}\n\n{{ release.html_url }}",
  },
});
