import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "On a server that knows formats a text may be written in Markdown; the limits are asked for, and nothing is warned of.",
  inputs: { status: "**{{ release.title }}** is out", "content-type": "text/markdown" },
  instance: { profile: profiles.glitch },
});
