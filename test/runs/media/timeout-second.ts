import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The time ends while a second file goes up: the first one is taken away again.",
  inputs: {
    status: "Two charts",
    media: "[{ file: one.png, description: A chart }, { file: two.png, description: Another }]",
    timeout: "5 seconds",
  },
  files: { "one.png": png().bytes, "two.png": png().bytes },
  faults: [{ method: "POST", path: "/api/v2/media", after: 1, times: 9, delay: 60_000 }],
});
