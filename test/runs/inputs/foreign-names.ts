import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Inputs of other Mastodon actions are told their names here.",
  inputs: {
    url: "https://fosstodon.org",
    message: "Hello",
    token: "abc",
    cw: "Spoiler",
    toot_text: "Hello",
  },
});
