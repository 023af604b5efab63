import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Values that are none: an empty path, an address, a focus outside, both descriptions, a list.",
  inputs: {
    status: "A picture of the release",
    media: `
      - ""
      - https://example.com/shot.png
      - {file: a.png, focus: "2,0"}
      - {file: a.png, description: x, description-file: x.txt}
      - {file: [a.png], description: true}
      - {description: no file}
    `,
  },
});
