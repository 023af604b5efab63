import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "With media the text may be empty.",
  inputs: { status: "{{ blank }}", media: "file: a.png\ndescription: The new logo" },
  files: { "a.png": png(1).bytes },
});
