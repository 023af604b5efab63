import { scenario } from "../../scenario.ts";

export default scenario({
  what: "`status` and a file exclude each other.",
  files: { "notes.txt": "Hello", "status.liquid": "Hello" },
  inputs: { status: "Hello", "template-file": "status.liquid", "status-file": "notes.txt" },
});
