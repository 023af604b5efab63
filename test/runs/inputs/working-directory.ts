import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A file that is there below the step's `working-directory`, which does not apply to actions.",
  inputs: { "status-file": "out/tip.txt" },
  files: { "site/out/tip.txt": "A tip" },
});
