import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Notes of 21,000 characters become one good post: what went through `fit` yields.",
  event: "release.published.long",
  inputs: {
    status: `{{ release.title }}

{{ release.body | plain_text | fit }}

{{ release.html_url }}

{{ repository.topics | hashtags }}`,
  },
});
