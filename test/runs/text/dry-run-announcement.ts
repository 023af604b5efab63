import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run without URL and token assumes 500 characters, and says so.",
  event: "release.published.long",
  inputs: {
    "instance-url": "",
    "access-token": "",
    "dry-run": "true",
    status: "{{ release.title }}\n\n{{ release.body | plain_text | fit }}\n\n{{ release.html_url }}",
  },
});
