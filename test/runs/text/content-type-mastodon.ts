import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon shows a text as it is written, so another `content-type` than plain is a warning.",
  inputs: { status: "**{{ release.title }}** is out", "content-type": "text/markdown" },
});
