import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "An alt text out of a file is taken as it is: braces in it are no template.",
  inputs: { status: "A picture of the release", media: "{file: docs/shot.png, description-file: docs/shot.txt}" },
  files: {
    "docs/shot.png": png().bytes,
    "docs/shot.txt": "A template, {{ release.tag_name }},\r\nand what comes of it\n",
  },
});
