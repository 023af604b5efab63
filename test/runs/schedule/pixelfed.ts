import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed does not schedule, and posts at once.",
  instance: { profile: profiles.pixelfed },
  files: { "dot.png": png().bytes },
  inputs: { status: "Lunch", media: "{file: dot.png, description: A dot}", "scheduled-at": "2 hours" },
});
