import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Without `fit` the longest paragraph yields; the link and the hashtags of the template stay.",
  event: "release.published.long",
  inputs: {
    status: `{{ release.title }}

{{ release.body | plain_text }}

{{ release.html_url }}

{{ repository.topics | hashtags }}`,
  },
});
