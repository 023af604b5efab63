import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Notes of 21,000 characters become a thread of ten parts, the most by default; the last one is cut.",
  event: "release.published.long",
  inputs: {
    overflow: "thread",
    status: `{{ release.title }}

{{ release.body | plain_text }}

{{ release.html_url }}

{{ repository.topics | hashtags }}`,
  },
});
