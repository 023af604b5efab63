import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Two files of the same bytes are one to Sharkey, whatever their alt texts: nothing is posted with one of them lost.",
  instance: { profile: profiles.sharkey },
  token: { scopes: ["read", "write"] },
  inputs: {
    status: "Before and after",
    media: "- { file: before.png, description: Before }\n- { file: after.png, description: After }",
  },
  files: { "before.png": png().bytes, "after.png": png().bytes },
});
