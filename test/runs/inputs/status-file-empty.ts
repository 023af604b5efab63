import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An empty file posts nothing.",
  files: { "notes.txt": " \n" },
  inputs: { "status-file": "notes.txt" },
});
