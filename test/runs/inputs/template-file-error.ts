import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An unknown name in a template file is told with its place, the near name and the known ones.",
  files: { "status.liquid": "{{ release.title }}\n\n{{ release.html_ulr }}\n" },
  inputs: { "template-file": "status.liquid" },
});
