import { png } from "../../instance/files.ts";
import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Pixelfed posts no private mentions, and says so with 500: a refusal, which is not tried again.",
  inputs: { media: "{file: photo.png, description: A photo}", status: "Hello @poster", visibility: "direct" },
  files: { "photo.png": png().bytes },
  instance: { profile: profiles.pixelfed },
  check({ instance }) {
    if (instance.published().length !== 0) throw new Error("A post");
  },
});
