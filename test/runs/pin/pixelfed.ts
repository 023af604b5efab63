import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed cannot pin: that is told.",
  inputs: { status: "Hello", media: "{file: dot.png, description: A dot}", pin: "true" },
  token: { scopes: ["write", "read"] },
  instance: { profile: profiles.pixelfed },
  files: { "dot.png": png().bytes },
});
