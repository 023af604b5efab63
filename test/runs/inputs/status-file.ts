import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text file is posted as it is: nothing in it is a template, and nothing in it mentions anyone.",
  files: { "notes.txt": "Braces {{ stay }} and so does ${{ this }}.\n\nThanks to @octocat@github.social!\n" },
  inputs: { "status-file": "notes.txt" },
});
