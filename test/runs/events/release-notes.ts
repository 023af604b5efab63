import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template with the release's notes as plain text.",
  event: "release.published",
  inputs: { status: "{{ release.title }}\n\n{{ release.body | plain_text | fit }}\n\n{{ release.html_url }}" },
});
