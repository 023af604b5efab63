import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A template file knows no `${{ }}`: it would be posted as it stands.",
  files: { "status.liquid": "${{ github.event.release.name }} is out" },
  inputs: { "template-file": "status.liquid" },
});
