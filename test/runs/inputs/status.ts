import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template of one's own, with the release's facts.",
  inputs: { status: "{{ release.tag_name }} is out: {{ release.html_url }}" },
});
