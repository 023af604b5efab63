import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The matches of a glob go up in natural order, and share what is written beside it.",
  inputs: { status: "A picture of the release", media: "file: shots/*.png\ndescription: A step of the guide" },
  files: {
    "shots/step-10.png": png(10).bytes,
    "shots/step-2.png": png(2).bytes,
    "shots/step-1.png": png(1).bytes,
    "shots/notes.txt": "not a picture",
  },
});
