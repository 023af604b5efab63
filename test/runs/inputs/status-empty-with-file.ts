import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty `status` beside a file does no harm: an action around this one passes all its inputs on.",
  files: { "status.liquid": "{{ release.title }}" },
  inputs: { status: "", "template-file": "status.liquid" },
});
