import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "JSON, as toJSON() of an expression gives it.",
  inputs: {
    status: "A picture of the release",
    media: JSON.stringify([{ file: "docs/shot.png", description: "Two lines:\none and two", focus: "0.5,-0.25" }]),
  },
  files: { "docs/shot.png": png().bytes },
});
