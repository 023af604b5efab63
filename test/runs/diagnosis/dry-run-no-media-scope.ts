import { png } from "../../instance/files.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A dry run with an image and a token that may not upload fails.",
  token: { scopes: ["write:statuses", "profile"] },
  files: { "a.png": png().bytes },
  inputs: { "dry-run": "true", media: "a.png" },
});
