import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const logo = (description: string) => `{ file: logo.png, description: ${description} }`;

export default scenario({
  what: "Where Sharkey does not let the file be described anew, a warning shows the old alt text that went out.",
  instance: { profile: profiles.sharkey },
  token: { scopes: ["read", "write"] },
  earlier: [{ inputs: { status: "Version 1", media: logo("The old logo") } }],
  inputs: { status: "Version 2", media: logo("The new logo") },
  files: { "logo.png": png().bytes },
  faults: [{ method: "PUT", answer: { status: 500, body: '{"error":"INTERNAL_ERROR"}' } }],
});
