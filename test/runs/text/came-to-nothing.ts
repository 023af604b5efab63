import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text that shows nothing is not posted.",
  inputs: { status: "{{ release.nothing | default: '' }}\n---\n{{ data.a }}", data: '{ "a": null }' },
});
