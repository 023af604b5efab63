import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template with an unknown name is refused, with the near and the known names.",
  inputs: { status: "{{ release.title }} is out: {{ release.url_html }}", "spoiler-text": "{{ relase.name }}" },
});
