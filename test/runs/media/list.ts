import { jpeg, png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A list, with alt texts that hold commas, quotes, line breaks and templates.",
  inputs: {
    status: "A picture of the release",
    media: `
      - file: docs/shot.png
        description: 'Commas, "quotes", and the version {{ release.tag_name }}: all of it'
      - file: docs/photo.jpg
        description: |
          First line
          Second line
    `,
  },
  files: { "docs/shot.png": png().bytes, "docs/photo.jpg": jpeg().bytes },
});
