import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A scheduled post without a text would lose its content warning, so it is refused before anything is sent.",
  inputs: { status: "{{ blank }}", "spoiler-text": "A spider", media: "a.png", "scheduled-at": "2 hours" },
  files: { "a.png": png(1).bytes },
});
