import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A text is plain unless something else is asked for, also where the account writes Markdown otherwise.",
  inputs: { status: "Fix <input> in <T>, *really*" },
  instance: { profile: profiles.glitch, account: { contentType: "text/markdown" } },
});
