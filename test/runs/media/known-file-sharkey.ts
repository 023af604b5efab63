import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

const logo = (description: string) => `{ file: logo.png, description: ${description} }`;

export default scenario({
  what: "A logo that Sharkey has from an earlier post comes back with its old alt text: it is described anew, and the log says so.",
  instance: { profile: profiles.sharkey },
  token: { scopes: ["read", "write"] },
  earlier: [{ inputs: { status: "Version 1", media: logo("The old logo") } }],
  inputs: { status: "Version 2", media: logo("The new logo") },
  files: { "logo.png": png().bytes },
  check({ instance }) {
    const [file] = instance.media();
    if (file?.description !== "The new logo") throw new Error(`Its description is ${file?.description}`);
  },
});
